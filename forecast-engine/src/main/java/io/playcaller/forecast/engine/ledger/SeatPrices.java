package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a higher price from more seats, where movements say by how many seats they changed a line. The seats of a line are
 * followed back from those that it has.
 */
final class SeatPrices {

    private final Map<String, Long> seats = new HashMap<>();

    SeatPrices(ContractRecord contract) {
        for (ContractLine line : contract.lines()) {
            if (line.seats() != null) {
                seats.put(line.lineId(), line.seats().longValue());
            }
        }
        for (ContractMovement movement : contract.movements()) {
            Integer more = movement.seats();
            if (movement.lineId() != null && more != null) {
                seats.computeIfPresent(movement.lineId(), (line, now) -> now - more);
            }
        }
    }

    /**
     * How much of a gain is price: all that the seats which came do not make at the old price. Call in order of days.
     *
     * @param before what the line was worth
     */
    long uplift(String line, long before, long gain, int seatsMore) {
        Long had = seats.computeIfPresent(line, (id, now) -> now + seatsMore);
        if (had == null) {
            return 0;
        }
        long seatsBefore = had - seatsMore;
        if (gain <= 0 || before <= 0 || seatsBefore <= 0) {
            return 0;
        }
        BigInteger volume = BigInteger.valueOf(before)
                .multiply(BigInteger.valueOf(Math.max(0, seatsMore)))
                .divide(BigInteger.valueOf(seatsBefore));
        return gain - volume.min(BigInteger.valueOf(gain)).longValueExact();
    }
}
