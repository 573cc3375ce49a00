package io.playcaller.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.quickstart.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The demo company as {@code demo play} brings it in, folded in one partition by the engine that health-service runs, without a
 * door, a store or a router: every live signal counts as a task. Mutable.
 */
final class DemoFold {

    private static final Duration QUIET_AFTER = Duration.ofSeconds(20);

    private final HealthEngine engine;
    private final DemoCompany company;
    private final Instant now;
    private final Map<String, AccountState> states = new TreeMap<>();
    private final List<Verdict.Fired> fired = new ArrayList<>();
    private LogState log = LogState.start();
    private int told;

    private interface Transition {
        Step of(AccountState state);
    }

    private DemoFold(HealthEngine engine, DemoCompany company, Instant now) {
        this.engine = engine;
        this.company = company;
        this.now = now;
    }

    /** What these accounts of it make fire in its first minutes, and the source that goes silent. */
    static List<Verdict.Fired> fired(
            HealthEngine engine, DemoCompany company, Instant now, List<DemoAccount> accounts) {
        DemoFold fold = new DemoFold(engine, company, now);
        fold.history(accounts);
        fold.live(accounts);
        fold.fired.add(new Verdict.Fired("", Reason.DQ_SOURCE_SILENT, false, true, "silent"));
        return fold.fired;
    }

    private void history(List<DemoAccount> accounts) {
        tick(now, now);
        broadcast(new BackfillStarted("demo", Secrets.WEB));
        for (DemoAccount account : accounts) {
            company.history(account).forEach(parcel -> tell(parcel, FactOrigin.BASELINE));
        }
        tick(now.plusSeconds(1), now.plusSeconds(1));
        broadcast(new BackfillEnded("demo", Secrets.WEB));
        everyone(state -> engine.settle(state, log));
    }

    private void live(List<DemoAccount> accounts) {
        for (DemoAccount account : accounts) {
            company.live(account).forEach(parcel -> tell(parcel, FactOrigin.LIVE));
        }
        Instant silent = now.plusSeconds(1);
        tick(now.plus(QUIET_AFTER), silent);
        tick(now.plus(QUIET_AFTER.multipliedBy(3)), silent);
    }

    private void tick(Instant at, Instant silentSince) {
        broadcast(new ClockTicked(
                at,
                List.of(
                        new SourceAlive(Secrets.WEB, List.of(Feed.USAGE, Feed.FEEDBACK, Feed.SUCCESS), at),
                        new SourceAlive(Secrets.SUPPORT_DESK, List.of(Feed.SUPPORT), at),
                        new SourceAlive(Secrets.CRM, List.of(Feed.REGISTER), at),
                        new SourceAlive(DemoCompany.SILENT_SOURCE, List.of(Feed.USAGE), silentSince))));
        everyone(state -> engine.upTo(state, log));
    }

    private void broadcast(Record data) {
        log = log.fold(Event.of(Envelope.own("b-" + ++told, "usage-ingest", log.now(), null, 0), data));
    }

    private void everyone(Transition transition) {
        List.copyOf(states.values()).forEach(state -> take(transition.of(state)));
    }

    private void tell(Parcel parcel, FactOrigin origin) {
        String account = parcel.lane();
        Instant at = parcel instanceof Parcel.Fact fact ? fact.time() : now;
        Envelope envelope = new Envelope("f-" + ++told, parcel.source(), at, account, origin, now, 0);
        AccountState before = states.getOrDefault(account, engine.fresh(account));
        take(engine.apply(before, log, Event.of(envelope, data(parcel))));
    }

    private void take(Step step) {
        states.put(step.state().accountId(), step.state());
        step.signals().stream()
                .filter(signal -> signal.state() == SignalState.OPENED)
                .forEach(signal -> fired.add(new Verdict.Fired(
                        step.state().accountId(),
                        signal.reason(),
                        signal.origin() == SignalOrigin.BACKFILL,
                        signal.origin() == SignalOrigin.LIVE,
                        signal.sentence())));
    }

    /** As the doors word it for the log. */
    private Record data(Parcel parcel) {
        if (parcel instanceof Parcel.Fact fact) {
            return read(fact.data().deepCopy(), fact.type().record(), DemoFold::ofTheDoor);
        }
        Parcel.Entry entry = (Parcel.Entry) parcel;
        if (entry.body() instanceof Record register) {
            return register;
        }
        String id = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        ObjectNode body = ((ObjectNode) entry.body()).deepCopy().put("version", ++told);
        return entry.path().startsWith("/v1/people/")
                ? read(body, ContactChanged.class, person -> person.put("personId", id))
                : read(body, InvoiceChanged.class, invoice -> invoice.put("invoiceId", id));
    }

    private static ObjectNode ofTheDoor(ObjectNode data) {
        if (data.has("userId")) {
            data.set("personId", data.remove("userId"));
        }
        if (data.has("userIds")) {
            data.set("personIds", data.remove("userIds"));
        }
        return data.put("meaningful", true);
    }

    private static <R extends Record> R read(ObjectNode data, Class<R> type, UnaryOperator<ObjectNode> worded) {
        try {
            return WireJson.mapper().treeToValue(worded.apply(data), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(data + " is no " + type.getSimpleName(), e);
        }
    }
}
