package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ObjectiveChanged;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tickets, milestones and objectives: the newest by event time stands, and nothing has happened later than it was told.
 * Answers and touches: the newest few are kept.
 */
final class EngagementFold {

    /**
     * What was solved longest ago goes first; among what is open the less severe, and of these what was opened longest ago: as that
     * moves with nothing that is told later, the same open tickets are kept whatever the order.
     */
    private static final Comparator<Version<Ticket>> LEAST_NEEDED_TICKET = Comparator.<Version<Ticket>>comparingLong(
                    version -> version.value().solvedAt())
            .thenComparing(version -> version.value().severity(), Comparator.reverseOrder())
            .thenComparingLong(version -> version.value().openedAt());

    /** What was reached longest ago goes first; among what is not, what was heard of longest ago. */
    private static final Comparator<Version<Milestone>> LEAST_NEEDED_MILESTONE =
            Comparator.<Version<Milestone>>comparingLong(
                            version -> version.value().reachedAt())
                    .thenComparingLong(Version::at);

    private static final Comparator<Version<Objective>> LEAST_NEEDED_OBJECTIVE =
            Comparator.<Version<Objective>>comparingLong(
                            version -> version.value().achievedAt())
                    .thenComparingLong(Version::at);

    /** Percent of a milestone that is reached as it should be. */
    private static final int WHOLE = 100;

    /** Longer ids and themes are shortened. */
    private static final int ID = 40;

    private static final int THEME = 32;

    private EngagementFold() {}

    static Folded ticket(Facts facts, Arrival arrival, TicketChanged changed) {
        long solvedAt = changed.status() == TicketStatus.SOLVED
                ? Math.min(millis(changed.solvedAt()), arrival.at())
                : Long.MAX_VALUE;
        Ticket ticket = new Ticket(
                changed.severity(),
                Math.min(millis(changed.openedAt()), arrival.at()),
                solvedAt,
                happened(changed.firstAnsweredAt(), arrival),
                changed.status() == TicketStatus.REOPENED ? arrival.at() : Long.MAX_VALUE,
                changed.theme() == null ? "" : Fingerprint.bounded(changed.theme(), THEME));
        Keyed<Ticket> before = facts.engagement().tickets();
        String id = Fingerprint.bounded(changed.ticketId(), ID);
        Keyed<Ticket> after = before.with(id, arrival.version(ticket), Engagement.TICKETS, LEAST_NEEDED_TICKET);
        Engagement engagement = facts.engagement().tickets(after);
        boolean again = changed.status() == TicketStatus.REOPENED;
        Facts next = facts.engagement(
                        again ? engagement.reopening(new Reopening(arrival.at(), arrival.tie(), id)) : engagement)
                .corrections(facts.corrections().ticket(ticket.openedAt(), arrival.tie()));
        return new Folded(next, from(before, after, id, arrival, ticket), true);
    }

    /** Where another ticket went for it, the past is judged anew: that one is in it no longer. Where it is not kept, nothing is. */
    private static long from(Keyed<Ticket> before, Keyed<Ticket> after, String id, Arrival arrival, Ticket ticket) {
        boolean known = before.byId().containsKey(id);
        boolean kept = after.byId().containsKey(id);
        if (!known && !kept) {
            return arrival.at();
        }
        boolean another = !known && after.byId().size() == before.byId().size();
        return another ? Long.MIN_VALUE : from(after, id, arrival, ticket);
    }

    private static long from(Keyed<Ticket> tickets, String id, Arrival arrival, Ticket ticket) {
        History<Ticket> history = tickets.byId().get(id);
        if (history != null && history.versions().size() == 1) {
            return ticket.openedAt();
        }
        return RegisterFold.becameOldest(tickets, id, arrival)
                ? Long.MIN_VALUE
                : Math.min(arrival.at(), ticket.solvedAt());
    }

    static Folded answer(Facts facts, Arrival arrival, SurveyAnswered answered) {
        Answer answer = new Answer(arrival.at(), arrival.tie(), answered.score());
        if (answered.survey() == SurveyKind.NPS) {
            return new Folded(facts.engagement(facts.engagement().nps(answer)), arrival.at(), true);
        }
        if (answered.survey() == SurveyKind.CSAT) {
            return new Folded(facts.engagement(facts.engagement().csat(answer)), arrival.at(), true);
        }
        return Folded.unchanged(facts);
    }

    static Folded milestone(Facts facts, Arrival arrival, MilestoneChanged changed) {
        Milestone milestone = new Milestone(
                millis(changed.dueAt()),
                happened(changed.reachedAt(), arrival),
                changed.value() == null ? Milestone.NO_VALUE : Math.max(0, Math.min(changed.value(), WHOLE)));
        Keyed<Milestone> before = facts.engagement().milestones();
        Keyed<Milestone> after = before.with(
                Fingerprint.bounded(changed.milestone(), ID),
                arrival.version(milestone),
                Engagement.MILESTONES,
                LEAST_NEEDED_MILESTONE);
        long from = Math.min(arrival.at(), milestone.reachedAt());
        return new Folded(facts.engagement(facts.engagement().milestones(after)), from, true);
    }

    static Folded objective(Facts facts, Arrival arrival, ObjectiveChanged changed) {
        Objective objective = new Objective(
                millis(changed.dueAt()), happened(changed.achievedAt(), arrival), changed.confirmedBy() != null);
        Keyed<Objective> before = facts.engagement().objectives();
        Keyed<Objective> after = before.with(
                Fingerprint.bounded(changed.objectiveId(), ID),
                arrival.version(objective),
                Engagement.OBJECTIVES,
                LEAST_NEEDED_OBJECTIVE);
        long from = Math.min(arrival.at(), objective.achievedAt());
        return new Folded(facts.engagement(facts.engagement().objectives(after)), from, true);
    }

    static Folded touch(Facts facts, Arrival arrival, TouchRecorded recorded) {
        boolean counts =
                recorded.staffId() != null && recorded.kind() != TouchKind.NOTE && recorded.kind() != TouchKind.UNKNOWN;
        if (!counts) {
            return Folded.unchanged(facts);
        }
        List<Long> people = recorded.personIds().stream()
                .map(Fingerprint::of)
                .sorted()
                .distinct()
                .limit(Touch.PEOPLE)
                .toList();
        Touch touch = new Touch(arrival.at(), arrival.tie(), people);
        return new Folded(facts.engagement(facts.engagement().touch(touch)), arrival.at(), true);
    }

    private static long happened(@Nullable Instant instant, Arrival arrival) {
        return instant == null ? Long.MAX_VALUE : Math.min(instant.toEpochMilli(), arrival.at());
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? Long.MAX_VALUE : instant.toEpochMilli();
    }
}
