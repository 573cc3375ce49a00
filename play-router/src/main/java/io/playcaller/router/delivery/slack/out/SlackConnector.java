package io.playcaller.router.delivery.slack.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.router.config.SlackConfig;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.TargetGuard;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.out.GuardedHttp;
import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Notice;
import io.playcaller.router.delivery.person.Recipient;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.delivery.person.Telling;
import io.playcaller.router.delivery.slack.SlackDigest;
import io.playcaller.router.delivery.slack.SlackNotice;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tasks in Slack, before their person, and before the channel of their role while nobody has them. A person hears of a step by
 * a message; how the task stands is shown in place.
 */
@ApplicationScoped
public class SlackConnector implements Connector {

    public static final String NAME = "slack";

    /** Messages of one replica; each channel has a pace of its own, and beyond that Slack says when it is too much. */
    private static final Pace PACE = new Pace(16, 100, 100);

    private static final String SETTINGS = "playcaller.router.slack";
    private static final String CARD = "card/";
    private static final String DIGEST = "digest/";

    private final SlackConfig config;
    private final CurrentRules rules;
    private final BusinessClock clock;
    private final SlackPeople people;
    private final SlackCards cards;

    SlackConnector(Vertx vertx, SlackConfig config, CurrentRules rules, PgSlack store, BusinessClock clock) {
        this.config = config;
        this.rules = rules;
        this.clock = clock;
        List<String> allow = config.allow().orElse(List.of());
        new TargetGuard(allow)
                .requirePrivate(SETTINGS + ".api", config.api(), "or allow its host in " + SETTINGS + ".allow");
        GuardedHttp http = new GuardedHttp(vertx, allow, SETTINGS + ".allow", PACE.atOnce(), config.timeout());
        SlackApi api = new SlackApi(http, folder(config.api()), config.token().orElse(""));
        this.people = new SlackPeople(api, store);
        this.cards = new SlackCards(api, store);
    }

    /** With a slash at its end, so that the name of a method follows it. */
    private static URI folder(URI api) {
        return api.getPath().endsWith("/") ? api : URI.create(api + "/");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> target() {
        return config.token().map(token -> config.api().toString());
    }

    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public Duration timeout() {
        return config.timeout();
    }

    @Override
    public List<Delivery> deliveries(TaskDecision.Changed change, Background background) {
        Task task = change.after();
        String body = Columns.json(TaskNote.of(change, background));
        List<Delivery> messages = new ArrayList<>();
        if (change.before() != null) {
            messages.add(Delivery.of(task, NAME, CARD + task.rev(), body));
        }
        recipients(change, background.directory())
                .forEach(recipient ->
                        messages.add(Delivery.to(recipient, task, NAME, TaskMessage.purpose(change), body)));
        return messages;
    }

    private List<Recipient> recipients(TaskDecision.Changed change, Directory directory) {
        String channel = config.channels().get(change.after().assignment().role());
        List<Recipient> recipients = new ArrayList<>();
        for (Telling telling : Telling.of(change)) {
            directory
                    .person(telling.staffId())
                    .filter(person -> person.isToldBy(NAME))
                    .ifPresent(person -> recipients.add(Recipient.of(telling)));
        }
        if (change.after().assignment().staffId() == null && channel != null && Telling.presses(change)) {
            recipients.add(Recipient.quietly(channel));
        }
        return recipients;
    }

    @Override
    public Uni<Receipt> send(Attempt attempt) {
        Delivery delivery = attempt.delivery();
        Recipient recipient = delivery.recipient();
        if (recipient == null) {
            return cards.refresh(delivery.taskId());
        }
        if (delivery.purpose().startsWith(Notice.PURPOSE)) {
            Notice notice = Columns.read(delivery.body(), Notice.class);
            return person(recipient.id(), channel -> cards.post(attempt, channel, SlackNotice.of(notice)));
        }
        Function<String, Uni<Receipt>> tell = delivery.purpose().startsWith(DIGEST)
                ? channel -> cards.post(attempt, channel, SlackDigest.of(Columns.read(delivery.body(), Digest.class)))
                : channel ->
                        cards.tell(attempt, Columns.read(delivery.body(), TaskNote.class), recipient.id(), channel);
        return config.channels().containsValue(recipient.id())
                ? tell.apply(recipient.id())
                : person(recipient.id(), tell);
    }

    private Uni<Receipt> person(String staffId, Function<String, Uni<Receipt>> tell) {
        Optional<StaffMember> person = rules.get().directory().personAt(staffId, clock.instant());
        return person.map(found -> people.with(found, tell))
                .orElseGet(() -> Uni.createFrom()
                        .item(new Receipt.Refused(
                                Optional.empty(),
                                "nobody of this id is in the directory any more, or they have left")));
    }
}
