package io.playcaller.forecast;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells the service, in the topics of the others, what goes on at a customer of its own. */
final class Company implements AutoCloseable {

    private final Instant now = ServiceDay.now();

    private final TestTopics topics =
            new TestTopics(PlaycallerStack.shared().addresses().kafka());
    final String account = "acct-" + UUID.randomUUID();
    final LocalDate today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);

    static String topic(Topic topic) {
        return topic.name(PlaycallerStack.topicPrefix());
    }

    TestTopics topics() {
        return topics;
    }

    void named(String name) {
        say(
                Topic.ACCOUNT_REGISTER,
                RegisterKey.account(account),
                1,
                new AccountRecord(account, 1, name, null, null, null, null, false, List.of()));
    }

    /** Says that it is one with {@code other} from now on. */
    void mergedInto(Company other) {
        AccountRecord known = new AccountRecord(account, 2, account, null, null, null, null, false, List.of());
        say(
                Topic.ACCOUNT_REGISTER,
                RegisterKey.account(account),
                2,
                known.withMerge(new MergeLink(other.account, now, null)));
    }

    /** A contract of 12 months in its second year that ends in 100 days. */
    ContractRecord contract(String id, long version, long euros, LocalDate noticeOn, LocalDate closedOn) {
        return contract(id, version, new Money(euros * 100, "EUR"), noticeOn, closedOn);
    }

    ContractRecord contract(String id, long version, Money arr, LocalDate noticeOn, LocalDate closedOn) {
        LocalDate endsOn = today.plusDays(100);
        LocalDate startsOn = endsOn.minusYears(2);
        ContractLine line = new ContractLine("l1", "core", arr, 50, startsOn, endsOn);
        return new ContractRecord(
                id,
                account,
                version,
                startsOn,
                startsOn,
                endsOn,
                false,
                60,
                noticeOn,
                closedOn,
                List.of(line),
                List.of(),
                null);
    }

    /** In which partition that is told: what is told there later comes later. */
    int signs(ContractRecord contract) {
        return say(Topic.ACCOUNT_REGISTER, RegisterKey.contract(contract.contractId()), contract.version(), contract);
    }

    void owes(String invoice, long version, int overdueDays, LocalDate paidOn) {
        LocalDate dueOn = today.minusDays(overdueDays);
        say(
                Topic.ACCOUNT_REGISTER,
                RegisterKey.invoice(invoice),
                version,
                new InvoiceChanged(
                        account,
                        invoice,
                        null,
                        new Money(100_00, "EUR"),
                        dueOn.minusDays(30),
                        dueOn,
                        paidOn,
                        version,
                        null));
    }

    void isOwnedBy(String role, String staffId) {
        Owner owner = new Owner(role, staffId, today.minusYears(3), null);
        say(Topic.ACCOUNT_REGISTER, RegisterKey.owners(account), 1, new OwnersRecord(account, 1, List.of(owner)));
    }

    void worksOn(TaskChanged task) {
        say(Topic.TASKS, task.taskId().toString(), 1, task);
    }

    void scores(long rev, int points) {
        Profile profile = new Profile("smb", "pooled", "adoption", now, null, null, null);
        say(
                Topic.HEALTH_CHANGES,
                account,
                rev,
                new HealthChanged(
                        account,
                        now,
                        now,
                        points * 1_000L,
                        null,
                        Grade.C,
                        null,
                        List.of(),
                        List.of(),
                        0,
                        1_000_000,
                        List.of(),
                        null,
                        List.of(),
                        profile,
                        "m1"));
    }

    void signals(UUID episode, int transition, SignalState state, Reason reason, Severity severity) {
        say(
                Topic.SIGNALS,
                account,
                0,
                SignalDraft.of(episode, reason, now, reason.sentence(), "m1")
                        .step(transition, state, now)
                        .severity(severity)
                        .accountId(account)
                        .build());
    }

    void ended(PlayEnded end) {
        say(Topic.PLAY_OUTCOMES, end.playRunId().toString(), 1, end);
    }

    void looksBack(PlayLookedBack look) {
        say(Topic.PLAY_OUTCOMES, look.playRunId().toString(), look.daysAfter() / 30 + 1L, look);
    }

    void mayBuy(OpportunityRecord chance) {
        say(Topic.ACCOUNT_REGISTER, RegisterKey.opportunity(chance.opportunityId()), chance.version(), chance);
    }

    void reviews(LossReviewRecord review) {
        say(Topic.ACCOUNT_REGISTER, RegisterKey.lossReview(review.contractId()), review.version(), review);
    }

    void lendsItsName(ReferencesRecord references) {
        say(Topic.ACCOUNT_REGISTER, RegisterKey.references(references.accountId()), references.version(), references);
    }

    void babbles(String contractId) {
        babbles(contractId, "{\"lines\": [{\"arr\": {\"minor\": 5, \"currency\": \"ZZZ\"}}]}");
    }

    /** Says {@code json} in the place of a contract. */
    void babbles(String contractId, String json) {
        ProducerRecord<String, byte[]> broken = new ProducerRecord<>(
                topic(Topic.ACCOUNT_REGISTER), RegisterKey.contract(contractId), json.getBytes(StandardCharsets.UTF_8));
        Envelope envelope = Envelope.own(Ids.next().toString(), "usage-ingest", now, account, 1);
        EventCodec.headers(envelope, EventType.CONTRACT_CHANGED)
                .forEach(header -> broken.headers().add(header));
        topics.produce(broken);
    }

    private int say(Topic topic, String key, long rev, Record data) {
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(topic(topic), key, WireJson.write(data));
        Envelope envelope = Envelope.own(Ids.next().toString(), "test", now, account, rev);
        EventCodec.headers(envelope, EventType.of(data))
                .forEach(header -> told.headers().add(header));
        return topics.produce(told).partition();
    }

    @Override
    public void close() {
        topics.close();
    }
}
