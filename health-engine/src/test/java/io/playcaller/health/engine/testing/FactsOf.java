package io.playcaller.health.engine.testing;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.CorrectionReason;
import io.playcaller.contracts.fact.FactRetracted;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ObjectiveChanged;
import io.playcaller.contracts.fact.OverrideCleared;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.fact.PulseGiven;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.fact.UsageWithdrawn;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MergeLink;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ParentLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of one account. Ids follow from the content, so that the same story tells the same ids. */
public final class FactsOf {

    private static final String OURS = "playcaller/health-service";

    private final String accountId;
    private final FactOrigin origin;
    private final String source;

    private FactsOf(String accountId, FactOrigin origin, String source) {
        this.accountId = accountId;
        this.origin = origin;
        this.source = source;
    }

    public static FactsOf account(String accountId) {
        return new FactsOf(accountId, FactOrigin.LIVE, "");
    }

    public FactsOf baseline() {
        return new FactsOf(accountId, FactOrigin.BASELINE, source);
    }

    /** All facts from this source instead of the usual ones. */
    public FactsOf from(String otherSource) {
        return new FactsOf(accountId, origin, otherSource);
    }

    public Event<?> used(Instant at, String person) {
        return used(at, person, "reports");
    }

    public Event<?> used(Instant at, String person, String feature) {
        return event(at, "web", new UsageRecorded(accountId, "did", feature, null, person, 1, true));
    }

    public Event<?> viewed(Instant at, String person) {
        return event(at, "web", new UsageRecorded(accountId, "viewed", null, null, person, 1, false));
    }

    public Event<?> ticket(Instant at, String id, TicketSeverity severity, Instant openedAt) {
        return event(
                at,
                "support-desk",
                new TicketChanged(accountId, id, TicketStatus.OPEN, severity, openedAt, null, null, null, null));
    }

    /** @param answeredAt null until somebody answered */
    public Event<?> ticket(Instant at, String id, TicketStatus status, Instant openedAt, Instant answeredAt) {
        return event(
                at,
                "support-desk",
                new TicketChanged(accountId, id, status, TicketSeverity.SEV3, openedAt, answeredAt, null, null, null));
    }

    public Event<?> reopened(Instant at, String id, Instant openedAt) {
        return ticket(at, id, TicketStatus.REOPENED, openedAt, null);
    }

    public Event<?> reopened(Instant at, String id, TicketSeverity severity, Instant openedAt) {
        return event(
                at,
                "support-desk",
                new TicketChanged(accountId, id, TicketStatus.REOPENED, severity, openedAt, null, null, null, null));
    }

    /** A ticket of which it is known what it is about. */
    public Event<?> ticketAbout(Instant at, String id, String theme) {
        return event(
                at,
                "support-desk",
                new TicketChanged(accountId, id, TicketStatus.OPEN, TicketSeverity.SEV3, at, null, null, theme, null));
    }

    /** @param achievedAt null while it is not */
    public Event<?> objective(Instant at, String id, Instant dueAt, Instant achievedAt, String confirmedBy) {
        return event(
                at,
                "web",
                new ObjectiveChanged(accountId, id, null, null, null, null, dueAt, achievedAt, confirmedBy, null));
    }

    public Event<?> solved(Instant at, String id, TicketSeverity severity, Instant openedAt) {
        return event(
                at,
                "support-desk",
                new TicketChanged(accountId, id, TicketStatus.SOLVED, severity, openedAt, null, at, null, null));
    }

    public Event<?> nps(Instant at, int score) {
        return event(at, "web", new SurveyAnswered(accountId, SurveyKind.NPS, score, null, null));
    }

    /** The answer of one who is known. */
    public Event<?> npsOf(String person, Instant at, int score) {
        return event(at, "web", new SurveyAnswered(accountId, SurveyKind.NPS, score, person, null));
    }

    /** The answer of one who is known. */
    public Event<?> csatOf(String person, Instant at, int score) {
        return event(at, "web", new SurveyAnswered(accountId, SurveyKind.CSAT, score, person, null));
    }

    public Event<?> csat(Instant at, int score) {
        return event(at, "web", new SurveyAnswered(accountId, SurveyKind.CSAT, score, null, null));
    }

    public Event<?> planned(Instant at, String milestone, Instant dueAt) {
        return event(at, "web", new MilestoneChanged(accountId, milestone, dueAt, null, null));
    }

    public Event<?> reached(Instant at, String milestone, Instant dueAt) {
        return event(at, "web", new MilestoneChanged(accountId, milestone, dueAt, at, null));
    }

    /** How well, or how far, it is reached, in percent; reached when {@code value} is above 0. */
    public Event<?> valued(Instant at, String milestone, Instant dueAt, int value) {
        return event(at, "web", new MilestoneChanged(accountId, milestone, dueAt, value > 0 ? at : null, null, value));
    }

    public Event<?> met(Instant at, String... people) {
        return event(
                at, "web", new TouchRecorded(accountId, TouchKind.MEETING, List.of(people), "staff-1", null, null));
    }

    public Event<?> contact(Instant at, String person, ContactRole role, boolean active, long version) {
        return event(at, "crm", new ContactChanged(accountId, person, role, active, version));
    }

    public Event<?> invoice(Instant at, String id, LocalDate dueOn, LocalDate paidOn, long version) {
        return event(
                at,
                "crm",
                new InvoiceChanged(
                        accountId,
                        id,
                        null,
                        new Money(100_000, "EUR"),
                        dueOn.minusDays(14),
                        dueOn,
                        paidOn,
                        version,
                        null));
    }

    public Event<?> account(Instant at, String name) {
        return event(
                at, "crm", new AccountRecord(accountId, 1, name, null, null, null, "Europe/Berlin", false, List.of()));
    }

    /** Its parents are these from now on record. */
    public Event<?> under(Instant at, long version, ParentLink... parents) {
        return event(
                at,
                "crm",
                new AccountRecord(
                        accountId, version, "Acme", null, null, null, "Europe/Berlin", false, List.of(parents)));
    }

    /** It is merged at {@code at}, and its parents stay on record. */
    public Event<?> mergedUnder(Instant at, String into, long version, ParentLink... parents) {
        AccountRecord record = new AccountRecord(
                accountId, version, "Acme", null, null, null, "Europe/Berlin", false, List.of(parents));
        return event(at, "crm", record.withMerge(new MergeLink(into, at, null)));
    }

    /** The account is another one from {@code at} on. */
    public Event<?> merged(Instant at, String into, long version) {
        return merge(at, version, new MergeLink(into, at, null));
    }

    /** It is itself again. */
    public Event<?> unmerged(Instant at, String into, Instant since, long version) {
        return merge(at, version, new MergeLink(into, since, at));
    }

    private Event<?> merge(Instant at, long version, MergeLink link) {
        return event(
                at,
                "crm",
                new AccountRecord(
                        accountId, version, "Acme", null, null, null, "Europe/Berlin", false, List.of(), link));
    }

    public Event<?> owners(Instant at, String csm) {
        return event(
                at,
                "crm",
                new OwnersRecord(accountId, 1, List.of(new Owner("csm", csm, LocalDate.of(2026, 1, 1), null))));
    }

    /** A contract in euros with one line; its notice deadline is 30 days before its end. */
    public Event<?> contract(
            Instant at,
            String id,
            LocalDate startsOn,
            LocalDate endsOn,
            long arrMinor,
            boolean autoRenew,
            long version) {
        return contract(at, id, line(arrMinor, null, startsOn, endsOn), autoRenew, version);
    }

    /** A year's contract in euros. */
    public Event<?> contract(Instant at, String id, LocalDate startsOn, long arrMinor, int seats, long version) {
        return contract(at, id, line(arrMinor, seats, startsOn, startsOn.plusYears(1)), false, version);
    }

    private static ContractLine line(long arrMinor, @Nullable Integer seats, LocalDate startsOn, LocalDate endsOn) {
        return new ContractLine("line-1", "product-1", new Money(arrMinor, "EUR"), seats, startsOn, endsOn);
    }

    private Event<?> contract(Instant at, String id, ContractLine line, boolean autoRenew, long version) {
        return event(
                at,
                "crm",
                new ContractRecord(
                        id,
                        accountId,
                        version,
                        line.startsOn(),
                        line.startsOn(),
                        line.endsOn(),
                        autoRenew,
                        30,
                        null,
                        null,
                        List.of(line),
                        List.of(),
                        null));
    }

    public Event<?> contract(Instant at, Deal deal, long version) {
        return event(at, "crm", deal.record(accountId, version));
    }

    /** The same contract with other lines. */
    public Event<?> contract(Instant at, ContractRecord c, List<ContractLine> lines) {
        return again(at, c, c.version(), c.noticeReceivedOn(), lines, null);
    }

    /** The same contract, of which notice was received then. */
    public Event<?> noticed(Instant at, Event<?> fact, LocalDate noticeReceivedOn, long version) {
        ContractRecord c = (ContractRecord) fact.data();
        return again(at, c, version, noticeReceivedOn, c.lines(), null);
    }

    private Event<?> again(
            Instant at,
            ContractRecord c,
            long version,
            @Nullable LocalDate noticeReceivedOn,
            List<ContractLine> lines,
            @Nullable Boolean withdrawn) {
        return event(
                at,
                "crm",
                new ContractRecord(
                        c.contractId(),
                        c.accountId(),
                        version,
                        c.signedOn(),
                        c.startsOn(),
                        c.endsOn(),
                        c.autoRenew(),
                        c.noticeDays(),
                        noticeReceivedOn,
                        c.closedOn(),
                        lines,
                        c.movements(),
                        withdrawn));
    }

    public Event<?> retracted(Instant at, Event<?> fact) {
        Envelope named = fact.envelope();
        return event(
                at,
                named.source(),
                new FactRetracted(
                        accountId, named.source(), named.id(), fact.type().wire(), CorrectionReason.MISTAKE, null));
    }

    public Event<?> withdrawn(Instant at, LocalDate from, LocalDate until) {
        return event(at, "web", new UsageWithdrawn(accountId, from, until, null, null));
    }

    /** One of ours says what a measure counts as; null is the whole score. */
    public Event<?> override(Instant at, @Nullable String measure, long points, Instant until) {
        return event(at, OURS, new OverrideSet(accountId, "o-" + at, measure, points, until, "anna"));
    }

    public Event<?> cleared(Instant at, @Nullable String measure) {
        return event(at, OURS, new OverrideCleared(accountId, "o-" + at, measure, "anna"));
    }

    public Event<?> pulse(Instant at, int pulse) {
        return event(at, OURS, new PulseGiven(accountId, pulse, "anna"));
    }

    /** The same record of a contract or an invoice, as one that never was. */
    public Event<?> never(Instant at, Event<?> fact, long version) {
        if (fact.data() instanceof ContractRecord c) {
            return again(at, c, version, c.noticeReceivedOn(), c.lines(), true);
        }
        InvoiceChanged i = (InvoiceChanged) fact.data();
        return event(
                at,
                "crm",
                new InvoiceChanged(
                        i.accountId(),
                        i.invoiceId(),
                        i.contractId(),
                        i.amount(),
                        i.issuedOn(),
                        i.dueOn(),
                        i.paidOn(),
                        version,
                        true));
    }

    /** The same fact, about a product; register records name theirs already. */
    public static Event<?> about(String product, Event<?> fact) {
        Record data = fact.data();
        if (data instanceof UsageRecorded used) {
            data = new UsageRecorded(
                    used.accountId(),
                    used.event(),
                    used.feature(),
                    product,
                    used.personId(),
                    used.quantity(),
                    used.meaningful());
        } else if (data instanceof TicketChanged ticket) {
            data = new TicketChanged(
                    ticket.accountId(),
                    ticket.ticketId(),
                    ticket.status(),
                    ticket.severity(),
                    ticket.openedAt(),
                    ticket.firstAnsweredAt(),
                    ticket.solvedAt(),
                    ticket.theme(),
                    product);
        } else if (data instanceof SurveyAnswered answer) {
            data = new SurveyAnswered(answer.accountId(), answer.survey(), answer.score(), answer.personId(), product);
        }
        return Event.of(fact.envelope(), data);
    }

    private Event<?> event(Instant at, String usualSource, Record data) {
        String from = source.isEmpty() ? usualSource : source;
        String id = Ids.derived("test", from, at, data).toString();
        return Event.of(new Envelope(id, from, at, accountId, origin, at, 0), data);
    }
}
