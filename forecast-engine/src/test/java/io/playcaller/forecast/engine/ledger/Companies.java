package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Draws companies whose contracts move in every way that the ledger knows. */
final class Companies {

    static final LocalDate DAY_0 = LocalDate.of(2024, 1, 1);
    private static final int MOST_CONTRACTS = 12;

    private Companies() {}

    /** A contract but for its number. */
    private record Draft(String account, String product, String currency, int start, int length, Way way, int amount) {}

    /** What becomes of it. */
    private enum Way {
        STAYS,
        ENDS,
        RAMPS,
        IS_USED,
        GROWS_BY_SEATS,
        GETS_DEARER,
        SHRINKS,
        REPLACES,
        NEVER_ENDS,
        GETS_A_LINE,
        LOSES_A_LINE,
        IS_OVER_BEFORE_A_LINE
    }

    static Arbitrary<List<ContractRecord>> any() {
        Arbitrary<Draft> drafts = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("core", "plus"),
                        Arbitraries.of("EUR", "USD", "JPY"),
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.of(Way.class),
                        Arbitraries.integers().between(1, 9_999))
                .as(Draft::new);
        return drafts.list().ofMaxSize(MOST_CONTRACTS).map(Companies::numbered);
    }

    private static List<ContractRecord> numbered(List<Draft> drafts) {
        List<ContractRecord> contracts = new ArrayList<>();
        for (Draft draft : drafts) {
            contracts.add(contract("c" + contracts.size(), draft, contracts.size()));
        }
        return contracts;
    }

    private static ContractRecord contract(String id, Draft draft, int before) {
        LocalDate start = DAY_0.plusDays(draft.start());
        LocalDate end = start.plusDays(draft.length());
        LocalDate middle = start.plusDays(draft.length() / 2);
        boolean replaces = draft.way() == Way.REPLACES && before > 0;
        return new ContractRecord(
                id,
                draft.account(),
                1,
                start,
                start,
                end,
                false,
                0,
                null,
                draft.way() == Way.ENDS || draft.way() == Way.IS_OVER_BEFORE_A_LINE ? end : null,
                lines(draft, start, end, middle),
                movements(draft, start, middle),
                null,
                replaces ? "c" + (before - 1) : null);
    }

    private static List<ContractLine> lines(Draft draft, LocalDate start, LocalDate end, LocalDate middle) {
        ContractLine line = line(draft, start, end, middle);
        return switch (draft.way()) {
            case GETS_A_LINE -> List.of(line, another(draft, middle, end));
            case LOSES_A_LINE -> List.of(line, another(draft, start, middle));
            case IS_OVER_BEFORE_A_LINE -> List.of(line, another(draft, end.plusDays(20), end.plusDays(300)));
            case STAYS, ENDS, RAMPS, IS_USED, GROWS_BY_SEATS, GETS_DEARER, SHRINKS, REPLACES, NEVER_ENDS ->
                List.of(line);
        };
    }

    private static ContractLine another(Draft draft, LocalDate from, LocalDate until) {
        return new ContractLine("another", "extra", new Money(77, draft.currency()), null, from, until);
    }

    private static ContractLine line(Draft draft, LocalDate start, LocalDate end, LocalDate middle) {
        Money arr = new Money(draft.amount(), draft.currency());
        Money more = new Money(draft.amount() * 2L, draft.currency());
        boolean room = middle.isAfter(start) && middle.isBefore(end);
        return new ContractLine(
                "line",
                draft.product(),
                arr,
                10,
                start,
                end,
                draft.way() == Way.NEVER_ENDS ? true : null,
                draft.way() == Way.RAMPS && room ? List.of(new DatedAmount(middle, more)) : null,
                draft.way() == Way.IS_USED ? List.of(new DatedAmount(start.withDayOfMonth(1), more)) : null,
                null);
    }

    private static List<ContractMovement> movements(Draft draft, LocalDate start, LocalDate middle) {
        Money arr = new Money(draft.amount(), draft.currency());
        long third = draft.amount() / 3;
        ContractMovement begun = new ContractMovement("0", MovementKind.NEW, start, arr, "line", null);
        return switch (draft.way()) {
            case GROWS_BY_SEATS -> List.of(begun, moved(MovementKind.EXPANSION, middle, third, draft, 2));
            case GETS_DEARER -> List.of(begun, moved(MovementKind.UPLIFT, middle, third, draft, null));
            case SHRINKS -> List.of(begun, moved(MovementKind.CONTRACTION, middle, -third, draft, null));
            case STAYS, ENDS, RAMPS, IS_USED, REPLACES, NEVER_ENDS, GETS_A_LINE, LOSES_A_LINE, IS_OVER_BEFORE_A_LINE ->
                List.of();
        };
    }

    private static ContractMovement moved(MovementKind kind, LocalDate on, long minor, Draft draft, Integer seats) {
        return new ContractMovement("1", kind, on, new Money(minor, draft.currency()), "line", null, seats);
    }
}
