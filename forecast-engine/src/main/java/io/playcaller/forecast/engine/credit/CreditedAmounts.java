package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.LargestRemainder;
import io.playcaller.forecast.engine.ledger.Posting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the movements of a contract are credited with: what they say they moved. A renewal that says no change won all the same: it is
 * credited with what was there before, less what was lost on the day, and with what the renewal itself adds.
 *
 * <p>What was there is credited once a day: that of a line to the renewals that name the line, else to those that name none; to several
 * in equal parts. A line that no renewal means is credited to nobody.
 *
 * @param ledger the contract, by itself; usable
 * @param movements of the contract, each once
 */
record CreditedAmounts(ContractPostings ledger, List<ContractMovement> movements) {

    Money of(ContractMovement movement) {
        if (movement.kind() != MovementKind.RENEWAL) {
            return movement.delta();
        }
        long gain = Math.max(0, movement.delta().minor());
        return new Money(Math.addExact(kept(movement), gain), movement.delta().currency());
    }

    private long kept(ContractMovement renewal) {
        long sum = 0;
        for (Map.Entry<String, Long> line : kept(renewal.on()).entrySet()) {
            List<ContractMovement> meant = renewals(line.getKey(), renewal.on());
            int place = meant.indexOf(renewal);
            if (place >= 0) {
                sum = Math.addExact(sum, LargestRemainder.spread(line.getValue(), new long[meant.size()])[place]);
            }
        }
        return sum;
    }

    /** Those of {@code day} that name the line, else those that name none. */
    private List<ContractMovement> renewals(String lineId, LocalDate day) {
        List<ContractMovement> ofDay = movements.stream()
                .filter(movement ->
                        movement.kind() == MovementKind.RENEWAL && movement.on().equals(day))
                .toList();
        List<ContractMovement> named = ofDay.stream()
                .filter(renewal -> lineId.equals(renewal.lineId()))
                .toList();
        return named.isEmpty()
                ? ofDay.stream().filter(renewal -> renewal.lineId() == null).toList()
                : named;
    }

    /** What is left of each line's worth of before {@code day}; what was lost of no line was lost of all, in proportion. */
    private Map<String, Long> kept(LocalDate day) {
        Map<String, Long> lines = new TreeMap<>();
        for (Posting posting : ledger.postings()) {
            if (posting.on().isBefore(day)) {
                lines.merge(posting.lineId(), posting.minor(), Math::addExact);
            }
        }
        long lostOfAll = 0;
        for (ContractMovement movement : movements) {
            long lost = Math.min(0, movement.delta().minor());
            if (movement.on().equals(day) && movement.lineId() != null) {
                lines.computeIfPresent(movement.lineId(), (line, worth) -> Math.max(0, worth + lost));
            } else if (movement.on().equals(day)) {
                lostOfAll = Math.addExact(lostOfAll, lost);
            }
        }
        return lostOfAll == 0 ? lines : less(lines, lostOfAll);
    }

    private static Map<String, Long> less(Map<String, Long> lines, long lost) {
        Map<String, Long> left = new TreeMap<>();
        if (lines.isEmpty()) {
            return left;
        }
        long[] worth = lines.values().stream().mapToLong(Long::longValue).toArray();
        long all = lines.values().stream().reduce(lost, Math::addExact);
        long[] parts = LargestRemainder.spread(Math.max(0, all), worth);
        int place = 0;
        for (String line : lines.keySet()) {
            left.put(line, parts[place++]);
        }
        return left;
    }
}
