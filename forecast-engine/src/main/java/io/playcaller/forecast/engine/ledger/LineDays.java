package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the days of a line mean beside those of its contract. */
final class LineDays {

    private LineDays() {}

    /**
     * The first day on which {@code line} is worth nothing any more: its own end, or that of its contract where that is closed. Null while
     * it goes on.
     */
    static @Nullable LocalDate over(ContractLine line, ContractRecord contract) {
        return endsByItself(line, contract) ? line.endsOn() : contract.overOn();
    }

    /**
     * Whether it is let go on its own day: that is before its contract's, and another line goes on beyond it. All others go with their
     * contract: the last lines of one whose end was moved without a word about them, and those of one that renews itself.
     */
    static boolean endsByItself(ContractLine line, ContractRecord contract) {
        return endsBefore(line, contract)
                && line.startsOn().isBefore(line.endsOn())
                && !contract.autoRenew()
                && contract.lines().stream()
                        .anyMatch(other -> other.neverEnds() || other.endsOn().isAfter(line.endsOn()));
    }

    /** Whether its own end is before that of {@code contract}. */
    static boolean endsBefore(ContractLine line, ContractRecord contract) {
        return !line.neverEnds() && line.endsOn().isBefore(contract.endsOn());
    }
}
