package io.playcaller.health.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Product;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a contract goes on is one byte, which states of before have with another meaning. */
class ContractCodecTest {

    private static final int VERSION = 12;
    private static final LocalDate STARTS = LocalDate.of(2025, 1, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 1, 1);
    private static final LocalDate CANCELLED = LocalDate.of(2026, 3, 10);
    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 31);

    @Test
    void howItGoesOnIsKept() {
        for (long closedDay : new long[] {Long.MAX_VALUE, CLOSED.toEpochDay()}) {
            for (Contract contract : List.of(
                    contract(false, false, closedDay),
                    contract(true, false, closedDay),
                    contract(true, true, closedDay))) {
                assertThat(read(written(contract))).isEqualTo(contract);
            }
        }
    }

    @Test
    void whatRanOnAndWasClosedBeforeEndedOnThatDayAndStillDoes() {
        byte[] ranOn = written(contract(true, false, CLOSED.toEpochDay()));
        byte[] older = ranOn.clone();
        older[firstDifference(ranOn, written(contract(false, false, CLOSED.toEpochDay())))] = 1;

        assertThat(read(older).endedDay()).isEqualTo(CLOSED.toEpochDay());
    }

    private static int firstDifference(byte[] one, byte[] other) {
        int at = 0;
        while (one[at] == other[at]) {
            at++;
        }
        return at;
    }

    private static byte[] written(Contract contract) {
        ByteWriter out = new ByteWriter();
        out.raw(VERSION);
        ContractCodec.contract(out, contract);
        return out.toBytes();
    }

    private static Contract read(byte[] bytes) {
        return ContractCodec.contract(new ByteReader(bytes));
    }

    private static Contract contract(boolean runsOn, boolean renewsItself, long closedDay) {
        return new Contract(
                STARTS.toEpochDay(),
                STARTS.toEpochDay(),
                ENDS.toEpochDay(),
                runsOn,
                renewsItself,
                30,
                closedDay,
                "",
                Product.NONE,
                List.of(),
                List.of(),
                CANCELLED.toEpochDay());
    }
}
