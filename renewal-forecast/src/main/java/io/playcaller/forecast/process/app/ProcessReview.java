package io.playcaller.forecast.process.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.engine.process.RenewalReview;
import io.playcaller.forecast.process.LoadedAccount;
import io.playcaller.forecast.process.Reviewed;
import io.playcaller.forecast.process.ToldOpportunity;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.app.AroundForecasts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Looks at renewals whenever they are forecast: when something is told of their account, when somebody says something of
 * them, and once a UTC day. Order of writes, all in the transaction of the forecast: moves that opportunities ask for →
 * forecasts → signals as they now stand, standings, faults → outbox. A crash before the commit leaves nothing; after it
 * the relay says what stands in the outbox, with ids that are derived.
 */
@ApplicationScoped
public class ProcessReview implements AroundForecasts {

    private static final Logger LOG = Logger.getLogger(ProcessReview.class);

    private final ProcessInputs inputs;
    private final ProcessStore store;
    private final InForce<RenewalProcess> process;
    private final SignalVoice voice;
    private final MeterRegistry meters;

    ProcessReview(
            ProcessInputs inputs,
            ProcessStore store,
            InForce<RenewalProcess> process,
            SignalVoice voice,
            MeterRegistry meters) {
        this.inputs = inputs;
        this.store = store;
        this.process = process;
        this.voice = voice;
        this.meters = meters;
    }

    @Override
    public Uni<Void> before(SqlConnection transaction, Collection<String> accountIds, Instant now) {
        return inputs.opportunities(transaction, accountIds, LocalDate.ofInstant(now, ZoneOffset.UTC))
                .map(told -> ToldOpportunity.moves(told, process.now().rules().opportunities(), now))
                .chain(moves -> store.add(transaction, moves));
    }

    @Override
    public Uni<Void> after(
            SqlConnection transaction, Map<String, List<Made>> made, List<AccountInputs> from, Instant now) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Ruled<RenewalProcess> by = process.now();
        return inputs.load(transaction, made, today)
                .map(accounts -> look(accounts, new RenewalReview(by.rules()), now))
                .chain(reviewed -> store.write(transaction, reviewed, by.version(), now)
                        .chain(() -> voice.say(transaction, said(reviewed))));
    }

    /** An account that cannot be looked at is logged and counted, keeps what stood, and stops nobody. */
    private List<Reviewed> look(List<LoadedAccount> accounts, RenewalReview review, Instant now) {
        List<Reviewed> reviewed = new ArrayList<>();
        for (LoadedAccount account : accounts) {
            try {
                Reviewed its = Reviewed.of(account, review, now);
                reviewed.add(its);
                if (account.profile().kind() == null && its.waiting() > 0) {
                    meters.counter("forecast.signals.waiting").increment((double) its.waiting());
                }
            } catch (RuntimeException e) {
                meters.counter("forecast.process.failed").increment();
                LOG.errorf(e, "the renewals of account %s cannot be looked at", account.accountId());
            }
        }
        return reviewed;
    }

    private static List<SignalChanged> said(List<Reviewed> reviewed) {
        return reviewed.stream().flatMap(account -> account.signals().stream()).toList();
    }
}
