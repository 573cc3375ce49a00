package io.playcaller.health.engine.fact;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.FactRetracted;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ObjectiveChanged;
import io.playcaller.contracts.fact.OverrideCleared;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.fact.PulseGiven;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.fact.UsageWithdrawn;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OwnersRecord;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds keyed facts; a type that says nothing about an account's health leaves the facts as they are. */
public final class FactFold {

    private static final Set<EventType> CONCERN = EnumSet.of(
            EventType.USAGE_RECORDED,
            EventType.TICKET_CHANGED,
            EventType.SURVEY_ANSWERED,
            EventType.MILESTONE_CHANGED,
            EventType.OBJECTIVE_CHANGED,
            EventType.TOUCH_RECORDED,
            EventType.FACT_RETRACTED,
            EventType.USAGE_WITHDRAWN,
            EventType.INVOICE_CHANGED,
            EventType.CONTACT_CHANGED,
            EventType.CONTRACT_CHANGED,
            EventType.ACCOUNT_CHANGED,
            EventType.OWNERS_CHANGED,
            EventType.OVERRIDE_SET,
            EventType.OVERRIDE_CLEARED,
            EventType.PULSE_GIVEN,
            EventType.CHILD_SCORE_CHANGED);

    /** What is kept fact by fact, so that one can be taken back. */
    private static final Set<EventType> RETRACTABLE = EnumSet.of(
            EventType.TICKET_CHANGED,
            EventType.SURVEY_ANSWERED,
            EventType.MILESTONE_CHANGED,
            EventType.OBJECTIVE_CHANGED,
            EventType.TOUCH_RECORDED,
            EventType.OVERRIDE_SET,
            EventType.OVERRIDE_CLEARED,
            EventType.PULSE_GIVEN);

    private FactFold() {}

    /** Whether {@code fact} says anything about an account's health. */
    public static boolean concerns(Event<?> fact) {
        return CONCERN.contains(fact.type())
                && !(fact.data() instanceof FactRetracted retracted && !retractable(retracted.factType()));
    }

    private static boolean retractable(String type) {
        return EventType.ofWire(type).filter(RETRACTABLE::contains).isPresent();
    }

    /** @param silence what was frozen when the fact came */
    public static Folded fold(Facts facts, Event<?> fact, Freeze silence) {
        boolean used = fact.data() instanceof UsageRecorded usage && usage.meaningful();
        long at = Arrival.of(fact.envelope()).at();
        return fold(used ? facts.heardAgain(silence, Freeze.NOTHING, at) : facts, fact);
    }

    /** Where nothing is frozen. */
    public static Folded fold(Facts facts, Event<?> fact) {
        Record data = fact.data();
        Arrival arrival = Arrival.of(fact.envelope());
        if (data instanceof UsageRecorded usage) {
            return UsageFold.fold(about(usage.productId(), used(facts, fact, arrival)), arrival, usage);
        }
        if (data instanceof FactRetracted retracted) {
            return CorrectionFold.retract(facts, arrival, retracted);
        }
        if (data instanceof UsageWithdrawn withdrawn) {
            return CorrectionFold.withdraw(facts, withdrawn);
        }
        if (data instanceof ChildScoreChanged child) {
            return ChildFold.changed(facts, arrival, child);
        }
        return RETRACTABLE.contains(fact.type())
                ? withCorrections(engagement(facts, fact, arrival))
                : register(facts, fact, arrival);
    }

    private static Folded engagement(Facts facts, Event<?> fact, Arrival arrival) {
        Record data = fact.data();
        if (data instanceof TicketChanged ticket) {
            Facts heard = about(ticket.productId(), heard(facts, fact, arrival, Feed.SUPPORT));
            return TicketFold.changed(heard, arrival, ticket);
        }
        if (data instanceof SurveyAnswered answer) {
            Facts heard = about(answer.productId(), heard(facts, fact, arrival, Feed.FEEDBACK));
            return EngagementFold.answer(heard, arrival, answer);
        }
        if (data instanceof MilestoneChanged milestone) {
            Facts heard = about(milestone.productId(), heard(facts, fact, arrival, Feed.SUCCESS));
            return EngagementFold.milestone(heard, arrival, milestone);
        }
        if (data instanceof ObjectiveChanged objective) {
            Facts heard = about(objective.productId(), heard(facts, fact, arrival, Feed.SUCCESS));
            return EngagementFold.objective(heard, arrival, objective);
        }
        if (data instanceof TouchRecorded touch) {
            return EngagementFold.touch(heard(facts, fact, arrival, Feed.SUCCESS), arrival, touch);
        }
        return judgement(told(facts, arrival), data, arrival);
    }

    private static Folded judgement(Facts facts, Record data, Arrival arrival) {
        if (data instanceof OverrideSet override) {
            return JudgementFold.set(facts, arrival, override);
        }
        if (data instanceof OverrideCleared cleared) {
            return JudgementFold.cleared(facts, arrival, cleared);
        }
        if (data instanceof PulseGiven pulse) {
            return JudgementFold.pulse(facts, arrival, pulse);
        }
        return Folded.unchanged(facts);
    }

    /** Where something was taken back, versions that are passed over hide which time a new one speaks of: all is judged anew. */
    private static Folded withCorrections(Folded folded) {
        boolean all = folded.visible() && folded.facts().corrections().any();
        return all ? new Folded(folded.facts(), Long.MIN_VALUE, true) : folded;
    }

    private static Folded register(Facts facts, Event<?> fact, Arrival arrival) {
        Record data = fact.data();
        if (data instanceof InvoiceChanged invoice) {
            return RegisterFold.invoice(registered(facts, fact, arrival), arrival, invoice);
        }
        if (data instanceof ContactChanged contact) {
            return RegisterFold.contact(registered(facts, fact, arrival), arrival, contact);
        }
        if (data instanceof ContractRecord contract) {
            return RegisterFold.contract(registered(facts, fact, arrival), arrival, contract);
        }
        if (data instanceof AccountRecord account) {
            return RegisterFold.account(registered(facts, fact, arrival), arrival, account);
        }
        if (data instanceof OwnersRecord owners) {
            return RegisterFold.owners(registered(facts, fact, arrival), arrival, owners);
        }
        return Folded.unchanged(facts);
    }

    private static Facts about(@Nullable String productId, Facts facts) {
        return facts.totals(facts.totals().about(productId));
    }

    /** What was said can be taken back; that its source spoke of the account, and when last, cannot. */
    private static Facts heard(Facts facts, Event<?> fact, Arrival arrival, Feed feed) {
        return fed(told(facts, arrival), fact, arrival, feed);
    }

    private static Facts told(Facts facts, Arrival arrival) {
        return facts.corrections(facts.corrections().heard(arrival))
                .totals(facts.totals().fact(arrival.at()));
    }

    private static Facts used(Facts facts, Event<?> fact, Arrival arrival) {
        Facts heard =
                fed(facts, fact, arrival, Feed.USAGE).totals(facts.totals().fact(arrival.at()));
        Corrections corrections = facts.corrections();
        return corrections.firstUseAt() <= arrival.at()
                ? heard
                : heard.corrections(corrections.firstUseAt(arrival.at()));
    }

    private static Facts registered(Facts facts, Event<?> fact, Arrival arrival) {
        return fed(facts, fact, arrival, Feed.REGISTER).totals(facts.totals().lasting(arrival.at()));
    }

    private static Facts fed(Facts facts, Event<?> fact, Arrival arrival, Feed feed) {
        Envelope envelope = fact.envelope();
        return facts.sources(facts.sources().fed(envelope.source(), feed, Days.of(arrival.at())));
    }
}
