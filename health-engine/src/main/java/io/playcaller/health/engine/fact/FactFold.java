package io.playcaller.health.engine.fact;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
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
            EventType.TOUCH_RECORDED,
            EventType.INVOICE_CHANGED,
            EventType.CONTACT_CHANGED,
            EventType.CONTRACT_CHANGED,
            EventType.ACCOUNT_CHANGED,
            EventType.OWNERS_CHANGED);

    private FactFold() {}

    /** Whether {@code fact} says anything about an account's health. */
    public static boolean concerns(Event<?> fact) {
        return CONCERN.contains(fact.type());
    }

    public static Folded fold(Facts facts, Event<?> fact) {
        Record data = fact.data();
        Arrival arrival = Arrival.of(fact.envelope());
        if (data instanceof UsageRecorded usage) {
            return UsageFold.fold(about(usage.productId(), heard(facts, fact, arrival, Feed.USAGE)), arrival, usage);
        }
        if (data instanceof TicketChanged ticket) {
            Facts heard = about(ticket.productId(), heard(facts, fact, arrival, Feed.SUPPORT));
            return EngagementFold.ticket(heard, arrival, ticket);
        }
        if (data instanceof SurveyAnswered answer) {
            Facts heard = about(answer.productId(), heard(facts, fact, arrival, Feed.FEEDBACK));
            return EngagementFold.answer(heard, arrival, answer);
        }
        if (data instanceof MilestoneChanged milestone) {
            Facts heard = about(milestone.productId(), heard(facts, fact, arrival, Feed.SUCCESS));
            return EngagementFold.milestone(heard, arrival, milestone);
        }
        if (data instanceof TouchRecorded touch) {
            return EngagementFold.touch(heard(facts, fact, arrival, Feed.SUCCESS), arrival, touch);
        }
        return register(facts, fact, arrival);
    }

    private static Folded register(Facts facts, Event<?> fact, Arrival arrival) {
        Record data = fact.data();
        if (data instanceof InvoiceChanged invoice) {
            return RegisterFold.invoice(heard(facts, fact, arrival, Feed.REGISTER), arrival, invoice);
        }
        if (data instanceof ContactChanged contact) {
            return RegisterFold.contact(heard(facts, fact, arrival, Feed.REGISTER), arrival, contact);
        }
        if (data instanceof ContractRecord contract) {
            return RegisterFold.contract(heard(facts, fact, arrival, Feed.REGISTER), arrival, contract);
        }
        if (data instanceof AccountRecord account) {
            return RegisterFold.account(heard(facts, fact, arrival, Feed.REGISTER), arrival, account);
        }
        if (data instanceof OwnersRecord owners) {
            return RegisterFold.owners(heard(facts, fact, arrival, Feed.REGISTER), arrival, owners);
        }
        return Folded.unchanged(facts);
    }

    private static Facts about(@Nullable String productId, Facts facts) {
        return facts.totals(facts.totals().about(productId));
    }

    private static Facts heard(Facts facts, Event<?> fact, Arrival arrival, Feed feed) {
        Envelope envelope = fact.envelope();
        return facts.totals(facts.totals().fact(arrival.at()))
                .sources(facts.sources().fed(envelope.source(), feed, Days.of(arrival.at())));
    }
}
