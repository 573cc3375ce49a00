package io.playcaller.lab.facts;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.lab.rows.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of one account from its rows: each is received when it happens. What a row says of a later time, such as
 * when a ticket is solved, is a fact of that time.
 */
public final class FactMaker {

    /** The source of all facts, which delivers everything and is always alive. */
    public static final String SOURCE = "rows";

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final FactMap map;
    private final String accountId;
    private final Plan plan = new Plan();
    private final List<Event<?>> facts = new ArrayList<>();

    private FactMaker(FactMap map, String accountId) {
        this.map = map;
        this.accountId = accountId;
    }

    /** @param rows in the order of time, of types that the map has, with values that fit; answers in the order of time */
    public static List<Event<?>> facts(FactMap map, String accountId, List<Row> rows) {
        FactMaker maker = new FactMaker(map, accountId);
        rows.stream().findFirst().ifPresent(first -> maker.plan.begins(first.at()));
        rows.forEach(maker::make);
        maker.plan.facts(accountId).forEach(maker::add);
        maker.facts.sort(Comparator.comparing(fact -> fact.envelope().time()));
        return List.copyOf(maker.facts);
    }

    private void make(Row row) {
        FactRule rule = map.of(row.type()).orElseThrow();
        Making making = rule.making();
        if (making instanceof Making.Usage usage) {
            usage(row, usage, rule.rest(row.type()));
        } else if (making instanceof Making.MilestoneDue due) {
            plan.due(due, row);
        } else if (making instanceof Making.MilestoneReached reached) {
            plan.reached(reached, row);
        } else if (making instanceof Making.Ticket ticket) {
            ticket(row, ticket.severity());
        } else if (making instanceof Making.Survey survey) {
            int score = value(row).intValueExact();
            add(row.at(), row.line(), new SurveyAnswered(accountId, survey.survey(), score, null, null));
        } else if (making instanceof Making.Touch touch) {
            add(
                    row.at(),
                    row.line(),
                    new TouchRecorded(accountId, touch.kind(), List.of(accountId), "staff", null, null));
        } else if (making instanceof Making.Contract contract) {
            contract(row, contract);
        }
    }

    private void usage(Row row, Making.Usage usage, String rest) {
        @Nullable String feature = usage.feature() != null ? usage.feature() : rest.isEmpty() ? null : rest;
        long quantity = usage.counted() ? value(row).longValueExact() : 1;
        add(row.at(), row.line(), new UsageRecorded(accountId, row.type(), feature, null, accountId, quantity, true));
    }

    private void ticket(Row row, TicketSeverity severity) {
        String id = "t-" + row.line();
        add(row.at(), row.line(), ticket(id, severity, row.at(), null));
        if (row.value() != null) {
            long millis = row.value()
                    .multiply(MILLIS_PER_HOUR)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            Instant solved = row.at().plusMillis(millis);
            add(solved, row.line(), ticket(id, severity, row.at(), solved));
        }
    }

    private TicketChanged ticket(String id, TicketSeverity severity, Instant opened, @Nullable Instant solved) {
        TicketStatus status = solved == null ? TicketStatus.OPEN : TicketStatus.SOLVED;
        return new TicketChanged(accountId, id, status, severity, opened, null, solved, null, null);
    }

    private void contract(Row row, Making.Contract contract) {
        LocalDate start = LocalDate.ofInstant(row.at(), ZoneOffset.UTC);
        LocalDate end = start.plusMonths(contract.months());
        long minor =
                value(row).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        @Nullable Integer seats = contract.seats() == 0 ? null : contract.seats();
        ContractLine line = new ContractLine("line", "product", new Money(minor, map.currency()), seats, start, end);
        add(
                row.at(),
                row.line(),
                new ContractRecord(
                        "c-" + row.line(),
                        accountId,
                        1,
                        start,
                        start,
                        end,
                        true,
                        0,
                        null,
                        null,
                        List.of(line),
                        List.of(),
                        null));
    }

    private static BigDecimal value(Row row) {
        if (row.value() == null) {
            throw new IllegalArgumentException("line " + row.line() + " has no value");
        }
        return row.value();
    }

    private void add(Plan.Told told) {
        add(told.at(), told.line(), told.milestone());
    }

    private void add(Instant at, long line, Record data) {
        String id = line + "-" + facts.size();
        facts.add(Event.of(new Envelope(id, SOURCE, at, accountId, FactOrigin.LIVE, at, 0), data));
    }
}
