package io.playcaller.contracts;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContentUsed;
import io.playcaller.contracts.fact.FactRetracted;
import io.playcaller.contracts.fact.FeedbackGiven;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.ObjectiveChanged;
import io.playcaller.contracts.fact.OverrideCleared;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.PulseGiven;
import io.playcaller.contracts.fact.QuarantineReleased;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.fact.UsageWithdrawn;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.TaskChanged;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every type on the wire: the CloudEvents {@code type} and the record that its JSON becomes. Within {@code v1} only
 * optional fields are added; readers ignore unknown fields, map unknown enum values to {@code UNKNOWN} and skip unknown
 * types. A {@code v2} is a new constant, written beside {@code v1} for one release.
 */
public enum EventType {
    USAGE_RECORDED("io.playcaller.usage.recorded.v1", UsageRecorded.class),
    TICKET_CHANGED("io.playcaller.support.ticket-changed.v1", TicketChanged.class),
    SURVEY_ANSWERED("io.playcaller.feedback.survey-answered.v1", SurveyAnswered.class),
    MILESTONE_CHANGED("io.playcaller.success.milestone-changed.v1", MilestoneChanged.class),
    OBJECTIVE_CHANGED("io.playcaller.success.objective-changed.v1", ObjectiveChanged.class),
    CONTENT_USED("io.playcaller.success.content-used.v1", ContentUsed.class),
    FEEDBACK_GIVEN("io.playcaller.feedback.feedback-given.v1", FeedbackGiven.class),
    TOUCH_RECORDED("io.playcaller.success.touch-recorded.v1", TouchRecorded.class),
    FACT_RETRACTED("io.playcaller.correction.fact-retracted.v1", FactRetracted.class),
    USAGE_WITHDRAWN("io.playcaller.correction.usage-withdrawn.v1", UsageWithdrawn.class),
    OVERRIDE_SET("io.playcaller.judgement.override-set.v1", OverrideSet.class),
    OVERRIDE_CLEARED("io.playcaller.judgement.override-cleared.v1", OverrideCleared.class),
    PULSE_GIVEN("io.playcaller.judgement.pulse-given.v1", PulseGiven.class),
    CHILD_SCORE_CHANGED("io.playcaller.health.child-score-changed.v1", ChildScoreChanged.class),
    CONTACT_CHANGED("io.playcaller.register.contact-changed.v1", ContactChanged.class),
    INVOICE_CHANGED("io.playcaller.billing.invoice-changed.v1", InvoiceChanged.class),
    ACCOUNT_CHANGED("io.playcaller.register.account-changed.v1", AccountRecord.class),
    CONTRACT_CHANGED("io.playcaller.register.contract-changed.v1", ContractRecord.class),
    OWNERS_CHANGED("io.playcaller.register.owners-changed.v1", OwnersRecord.class),
    OPPORTUNITY_CHANGED("io.playcaller.register.opportunity-changed.v1", OpportunityRecord.class),
    LOSS_REVIEWED("io.playcaller.register.loss-reviewed.v1", LossReviewRecord.class),
    REFERENCES_CHANGED("io.playcaller.register.references-changed.v1", ReferencesRecord.class),
    DOMAIN_CHANGED("io.playcaller.register.domain-changed.v1", DomainRecord.class),
    PERSON_CHANGED("io.playcaller.register.person-changed.v1", PersonRecord.class),
    PERSON_SAID("io.playcaller.register.person-said.v1", PersonSaid.class),

    CLOCK_TICKED("io.playcaller.log.clock-ticked.v1", ClockTicked.class),
    SOURCE_QUIET("io.playcaller.log.source-quiet.v1", SourceQuiet.class),
    SOURCE_BACK("io.playcaller.log.source-back.v1", SourceBack.class),
    BACKFILL_STARTED("io.playcaller.log.backfill-started.v1", BackfillStarted.class),
    BACKFILL_ENDED("io.playcaller.log.backfill-ended.v1", BackfillEnded.class),
    MODEL_ACTIVATED("io.playcaller.log.model-activated.v1", ModelActivated.class),
    PEER_BASELINE_PUBLISHED("io.playcaller.log.peer-baseline-published.v1", PeerBaselinePublished.class),
    QUARANTINE_RELEASED("io.playcaller.log.quarantine-released.v1", QuarantineReleased.class),

    HEALTH_CHANGED("io.playcaller.health.changed.v1", HealthChanged.class),
    PROFILE_CHANGED("io.playcaller.health.profile-changed.v1", ProfileChanged.class),
    SIGNAL_CHANGED("io.playcaller.health.signal-changed.v1", SignalChanged.class),
    TASK_CHANGED("io.playcaller.work.task-changed.v1", TaskChanged.class),
    PLAY_ENDED("io.playcaller.work.play-ended.v1", PlayEnded.class),
    PLAY_LOOKED_BACK("io.playcaller.work.play-looked-back.v1", PlayLookedBack.class),
    RENEWAL_FORECAST("io.playcaller.forecast.renewal-forecast.v1", RenewalForecast.class),
    DEAD_LETTER("io.playcaller.operations.dead-letter.v1", DeadLetter.class);

    private static final Map<String, EventType> BY_WIRE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::wire, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final String wire;
    private final String dataSchema;
    private final Class<? extends Record> record;

    EventType(String wire, Class<? extends Record> record) {
        this.wire = wire;
        this.dataSchema = "urn:playcaller:schema:" + wire.substring("io.playcaller.".length());
        this.record = record;
    }

    /** The CloudEvents {@code type}. */
    public String wire() {
        return wire;
    }

    /** The record that the JSON value becomes. */
    public Class<? extends Record> record() {
        return record;
    }

    /** The type written as {@code wire}, or empty when a newer writer sent it. */
    public static Optional<EventType> ofWire(String wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }

    /** The type that {@code data} travels as. */
    public static EventType of(Record data) {
        EventType type = BY_RECORD.get(data.getClass());
        if (type == null) {
            throw new IllegalArgumentException(data.getClass() + " is not on the wire");
        }
        return type;
    }

    /** The CloudEvents {@code dataschema}: names the shipped JSON Schema. */
    public String dataSchema() {
        return dataSchema;
    }
}
