package io.playcaller.health.engine.testing;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Contracts drawn from a seed: signed before they start, from any day of a month, for days, months or without an end, of several
 * lines, with movements and ramps, closed or not, renewed early, in time, late or never, by a contract that says so or not.
 */
final class RandomDeals {

    private final Random random;
    private final FactsOf facts;
    private final Instant start;
    private final LocalDate first;
    private final int days;

    RandomDeals(long seed, FactsOf facts, Instant start, int days) {
        this.random = new Random(~seed);
        this.facts = facts;
        this.start = start;
        this.first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        this.days = days;
    }

    /** Versions of a contract are told in their order. */
    List<Event<?>> facts() {
        List<Event<?>> all = new ArrayList<>();
        Deal deal = deal();
        all.add(facts.contract(start, deal, 1));
        int day = random.nextInt(days);
        Deal grown = random.nextBoolean() ? deal : grown(deal, first.plusDays(day));
        all.add(facts.contract(within(day), grown, 2));
        if (random.nextInt(3) == 0) {
            int closed = day + 1 + random.nextInt(days);
            all.add(facts.contract(within(closed), grown.closed(first.plusDays(closed - random.nextInt(5))), 3));
        }
        if (random.nextBoolean()) {
            all.add(successor(deal));
        }
        return all;
    }

    private Deal deal() {
        LocalDate ends = first.plusDays(random.nextInt(2 * days));
        LocalDate from = random.nextInt(3) == 0
                ? ends.minusDays(20 + random.nextInt(300))
                : ends.minusMonths(1 + random.nextInt(12)).withDayOfMonth(28 - random.nextInt(3));
        LocalDate starts =
                random.nextInt(3) == 0 ? from.plusMonths(1).withDayOfMonth(1).minusDays(1) : from;
        long arr = 100_000L * (1 + random.nextInt(400));
        Deal deal = Deal.of("c-1", starts, ends.isAfter(starts) ? ends : starts.plusDays(1), arr)
                .signed(starts.minusDays(random.nextInt(90)));
        deal = random.nextInt(3) == 0 ? deal.renewing() : deal;
        return random.nextBoolean() ? deal.of(lines(deal, arr)) : deal;
    }

    private List<ContractLine> lines(Deal deal, long arr) {
        LocalDate middle = deal.startsOn()
                .plusDays(Math.max(1, deal.startsOn().until(deal.endsOn()).getDays() / 2));
        return switch (random.nextInt(3)) {
            case 0 -> List.of(Deal.evergreen("l-1", deal.startsOn(), deal.endsOn(), arr));
            case 1 ->
                List.of(
                        Deal.line("l-1", deal.startsOn(), middle, arr),
                        Deal.line("l-2", middle, deal.endsOn(), 2 * arr),
                        Deal.line("l-3", first.plusDays(random.nextInt(days)), deal.endsOn(), arr / 3));
            default -> {
                LocalDate step = first.plusDays(random.nextInt(days));
                List<DatedAmount> ramp = List.of(new DatedAmount(step, Deal.eur(3 * arr)));
                yield List.of(new ContractLine(
                        "l-1", "suite", Deal.eur(arr), 10, deal.startsOn(), deal.endsOn(), null, ramp, null, null));
            }
        };
    }

    private Deal grown(Deal deal, LocalDate on) {
        long arr = deal.lines().get(0).arr().minor();
        Deal grown = deal.moved(MovementKind.NEW, deal.startsOn(), arr);
        int moves = 1 + random.nextInt(3);
        for (int i = 0; i < moves; i++) {
            boolean more = random.nextBoolean();
            grown = grown.moved(new ContractMovement(
                    "g-" + i,
                    more ? MovementKind.EXPANSION : MovementKind.CONTRACTION,
                    on.plusDays(random.nextInt(days) - 10L),
                    Deal.eur(more ? 2 * arr : -arr / 4),
                    random.nextBoolean() ? "l-1" : null,
                    null,
                    random.nextBoolean() ? 3 : null));
        }
        return grown;
    }

    private Event<?> successor(Deal deal) {
        int told = random.nextInt(days);
        LocalDate starts = deal.endsOn().plusDays(random.nextInt(60) - 40L);
        LocalDate from = starts.isAfter(deal.startsOn()) ? starts : deal.endsOn();
        Deal next = Deal.of("c-2", from, from.plusYears(1), 100_000L * (1 + random.nextInt(400)))
                .signed(first.plusDays(told - random.nextInt(3)));
        return facts.contract(within(told), random.nextInt(3) == 0 ? next : next.replacing("c-1"), 1);
    }

    private Instant within(int day) {
        return start.plus(Duration.ofDays(day)).plusMillis(1 + random.nextInt(86_000_000));
    }
}
