package io.playcaller.ingest.event;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.ContentUse;
import io.playcaller.contracts.fact.ContentUsed;
import io.playcaller.contracts.fact.CorrectionReason;
import io.playcaller.contracts.fact.FactRetracted;
import io.playcaller.contracts.fact.FeedbackGiven;
import io.playcaller.contracts.fact.FeedbackSeverity;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ObjectiveChanged;
import io.playcaller.contracts.fact.Sentiment;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.fact.UsageWithdrawn;
import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.ProfilePatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says, before it is known which account and which persons it is about. */
public sealed interface Statement {

    /** Goes straight to the log. */
    sealed interface OfTheLog extends Statement {

        /** The fact, once account and persons are known. */
        Record fact(String accountId, List<String> personIds);

        /** The same with its times by the installation's clock. */
        default OfTheLog shiftedBy(Duration offset) {
            return this;
        }
    }

    /** Takes back what stands with the account that it names, wherever what is told of that account goes now. */
    sealed interface Correction extends OfTheLog {}

    /**
     * The product was used.
     *
     * @param excluded why it is not the customer's use, and so not meaningful; null where it is theirs
     */
    record Usage(
            String event,
            @Nullable String feature,
            @Nullable String productId,
            long quantity,
            boolean meaningful,
            @Nullable Exclusion excluded)
            implements OfTheLog {

        /** The customer's. */
        public Usage(
                String event, @Nullable String feature, @Nullable String productId, long quantity, boolean meaningful) {
            this(event, feature, productId, quantity, meaningful, null);
        }

        @Override
        public UsageRecorded fact(String accountId, List<String> personIds) {
            return new UsageRecorded(accountId, event, feature, productId, first(personIds), quantity, meaningful);
        }

        /** The same as the rules have it. */
        Usage by(UseRules rules, Subject subject, Instant happenedAt) {
            Exclusion why =
                    rules.exclusions().judge(subject.userId(), subject.signs()).orElse(null);
            boolean counts = why == null && rules.names().isMeaningful(event, happenedAt, meaningful);
            return new Usage(rules.names().nameOf(event, happenedAt), feature, productId, quantity, counts, why);
        }
    }

    /** A support ticket stands so. */
    record Ticket(
            String ticketId,
            TicketStatus status,
            TicketSeverity severity,
            Instant openedAt,
            @Nullable Instant firstAnsweredAt,
            @Nullable Instant solvedAt,
            @Nullable String theme,
            @Nullable String productId)
            implements OfTheLog {

        @Override
        public TicketChanged fact(String accountId, List<String> personIds) {
            return new TicketChanged(
                    accountId, ticketId, status, severity, openedAt, firstAnsweredAt, solvedAt, theme, productId);
        }

        @Override
        public Ticket shiftedBy(Duration offset) {
            return new Ticket(
                    ticketId,
                    status,
                    severity,
                    openedAt.plus(offset),
                    later(firstAnsweredAt, offset),
                    later(solvedAt, offset),
                    theme,
                    productId);
        }
    }

    /** Somebody answered a survey. */
    record Survey(SurveyKind survey, int score, @Nullable String productId) implements OfTheLog {

        @Override
        public SurveyAnswered fact(String accountId, List<String> personIds) {
            return new SurveyAnswered(accountId, survey, score, first(personIds), productId);
        }
    }

    /** A milestone stands so. */
    record Milestone(
            String milestone,
            @Nullable Instant dueAt,
            @Nullable Instant reachedAt,
            @Nullable String productId,
            @Nullable Integer value)
            implements OfTheLog {

        @Override
        public MilestoneChanged fact(String accountId, List<String> personIds) {
            return new MilestoneChanged(accountId, milestone, dueAt, reachedAt, productId, value);
        }

        @Override
        public Milestone shiftedBy(Duration offset) {
            return new Milestone(milestone, later(dueAt, offset), later(reachedAt, offset), productId, value);
        }
    }

    /** One of ours was in touch with them. */
    record Touch(
            TouchKind kind,
            @Nullable String staffId,
            @Nullable String taskId,
            @Nullable Sentiment sentiment) implements OfTheLog {

        @Override
        public TouchRecorded fact(String accountId, List<String> personIds) {
            return new TouchRecorded(accountId, kind, List.copyOf(personIds), staffId, taskId, sentiment);
        }
    }

    /** An objective stands so. */
    record Objective(
            String objectiveId,
            @Nullable String measure,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal reached,
            @Nullable Instant dueAt,
            @Nullable Instant achievedAt,
            @Nullable String productId)
            implements OfTheLog {

        /** Whoever is named when it is achieved has confirmed it. */
        @Override
        public ObjectiveChanged fact(String accountId, List<String> personIds) {
            return new ObjectiveChanged(
                    accountId,
                    objectiveId,
                    measure,
                    baseline,
                    target,
                    reached,
                    dueAt,
                    achievedAt,
                    achievedAt == null ? null : first(personIds),
                    productId);
        }

        @Override
        public Objective shiftedBy(Duration offset) {
            return new Objective(
                    objectiveId,
                    measure,
                    baseline,
                    target,
                    reached,
                    later(dueAt, offset),
                    later(achievedAt, offset),
                    productId);
        }
    }

    /** Somebody met a piece of content. */
    record Content(
            String contentId, ContentUse use, @Nullable String productId) implements OfTheLog {

        @Override
        public ContentUsed fact(String accountId, List<String> personIds) {
            return new ContentUsed(accountId, contentId, use, first(personIds), productId);
        }
    }

    /** Somebody said what they wish, miss or dislike. */
    record Feedback(
            String feedbackId,
            @Nullable String theme,
            @Nullable FeedbackSeverity severity,
            @Nullable String productId) implements OfTheLog {

        @Override
        public FeedbackGiven fact(String accountId, List<String> personIds) {
            return new FeedbackGiven(accountId, feedbackId, theme, severity, first(personIds), productId);
        }
    }

    /**
     * An earlier fact is taken back.
     *
     * @param source what the log calls the fact's
     * @param factId as it stands in the log
     * @param factType one that {@link Retractable} has nothing against
     */
    record Retraction(
            String source,
            String factId,
            String factType,
            @Nullable CorrectionReason reason,
            @Nullable String staffId) implements Correction {

        @Override
        public FactRetracted fact(String accountId, List<String> personIds) {
            return new FactRetracted(accountId, source, factId, factType, reason, staffId);
        }
    }

    /** All usage of some days is taken back. */
    record Withdrawal(
            LocalDate from,
            LocalDate until,
            @Nullable CorrectionReason reason,
            @Nullable String staffId) implements Correction {

        @Override
        public UsageWithdrawn fact(String accountId, List<String> personIds) {
            return new UsageWithdrawn(accountId, from, until, reason, staffId);
        }

        @Override
        public Withdrawal shiftedBy(Duration offset) {
            return new Withdrawal(later(from, offset), later(until, offset), reason, staffId);
        }

        private static LocalDate later(LocalDate day, Duration offset) {
            return LocalDate.ofInstant(
                    day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(offset), ZoneOffset.UTC);
        }
    }

    /**
     * Something of a person changed; written to the register.
     *
     * @param accountRequired whether it makes no sense without an account
     */
    record OfAPerson(ProfilePatch patch, boolean accountRequired) implements Statement {}

    /**
     * A person is also known by another id from now on.
     *
     * @param previous the id, in every name space in which it may have been used
     */
    record Alias(List<ExternalId> previous) implements Statement {

        public Alias {
            previous = List.copyOf(previous);
        }
    }

    /** An invoice stands so; written to the register. */
    record Invoice(
            String invoiceId,
            @Nullable String contractId,
            Money amount,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable LocalDate paidOn)
            implements Statement {}

    private static @Nullable String first(List<String> personIds) {
        return personIds.isEmpty() ? null : personIds.get(0);
    }

    private static @Nullable Instant later(@Nullable Instant time, Duration offset) {
        return time == null ? null : time.plus(offset);
    }
}
