package io.playcaller.forecast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedValuesTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int CONTRACTS = 5_000;

    @Test
    void whatIsSharedIsEqualToWhatWasTold() {
        ContractLine ramped = new ContractLine(
                "l1",
                "core",
                new Money(100, "EUR"),
                40,
                START,
                START.plusYears(1),
                true,
                List.of(new DatedAmount(START.plusMonths(6), new Money(200, "EUR"))),
                List.of(new DatedAmount(START, new Money(90, "EUR"))),
                new Money(50, "EUR"));
        ContractRecord told = new ContractRecord(
                "c1",
                "a1",
                3,
                START,
                START,
                START.plusYears(1),
                true,
                30,
                START.plusMonths(9),
                START.plusYears(1),
                List.of(ramped),
                List.of(new ContractMovement("m1", MovementKind.NEW, START, new Money(100, "EUR"), null, null, 40)),
                null,
                "c0");

        assertThat(new SharedValues().of(told)).isEqualTo(told);
        assertThat(new SharedValues().of(contract(7))).isEqualTo(contract(7));
    }

    /** Reckoned by the layout of objects in a heap of less than 32 GB: headers of 12 bytes, references of 4, sizes in eights. */
    @Test
    void contractsTakeLittleMoreThanHalfOfTheHeapThatTheyTakeAsTheyAreRead() {
        List<ContractRecord> read = new ArrayList<>();
        for (int number = 0; number < CONTRACTS; number++) {
            read.add(WireJson.read(WireJson.write(contract(number)), ContractRecord.class));
        }
        SharedValues shared = new SharedValues();

        long asRead = new Heap().with(read);
        long asShared = new Heap().with(read.stream().map(shared::of).toList());

        assertThat(asRead / CONTRACTS).isBetween(1_350L, 1_550L);
        assertThat(asShared / CONTRACTS).isLessThan(800L);
    }

    private static ContractRecord contract(int number) {
        LocalDate start = START.plusDays(number % 900);
        LocalDate end = start.plusYears(2);
        ContractLine line = new ContractLine("l1", "core", new Money(1_000L + number, "EUR"), 50, start, end);
        return new ContractRecord(
                "contract-%06d".formatted(number),
                "account-%06d".formatted(number),
                1,
                start,
                start,
                end,
                true,
                30,
                null,
                null,
                List.of(line),
                List.of(
                        movement(number, MovementKind.NEW, start),
                        movement(number, MovementKind.EXPANSION, start.plusMonths(5)),
                        movement(number, MovementKind.RENEWAL, start.plusYears(1))),
                null);
    }

    private static ContractMovement movement(int number, MovementKind kind, LocalDate on) {
        return new ContractMovement(
                "movement-%06d-%d".formatted(number, kind.ordinal()), kind, on, new Money(500, "EUR"), "l1", null, 5);
    }

    /** Bytes of objects, each counted once. */
    private static final class Heap {

        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private long bytes;

        long with(List<ContractRecord> contracts) {
            contracts.forEach(this::contract);
            return bytes;
        }

        private void contract(ContractRecord contract) {
            count(contract, 12 + 11 * 4 + 8 + 4 + 1);
            text(contract.contractId());
            text(contract.accountId());
            List.of(contract.signedOn(), contract.startsOn(), contract.endsOn()).forEach(this::day);
            list(contract.lines());
            list(contract.movements());
            contract.lines().forEach(this::line);
            contract.movements().forEach(this::movement);
        }

        private void line(ContractLine line) {
            count(line, 12 + 10 * 4);
            text(line.lineId());
            text(line.productId());
            money(line.arr());
            count(line.seats(), 16);
            day(line.startsOn());
            day(line.endsOn());
        }

        private void movement(ContractMovement movement) {
            count(movement, 12 + 7 * 4);
            text(movement.movementId());
            day(movement.on());
            money(movement.delta());
            text(movement.lineId());
            count(movement.seats(), 16);
        }

        private void money(Money money) {
            count(money, 12 + 8 + 4);
            text(money.currency());
        }

        private void day(LocalDate day) {
            count(day, 12 + 4 + 2 + 2);
        }

        private void text(String text) {
            if (count(text, 12 + 4 + 4 + 1 + 1)) {
                bytes += eights(16 + text.length());
            }
        }

        /** A list that grows has room for ten; one that does not has exactly its elements. */
        private void list(List<?> list) {
            if (count(list, 12 + 4 + 4 + 4)) {
                bytes += eights(16 + 4 * (list instanceof ArrayList ? Math.max(10, list.size()) : list.size()));
            }
        }

        private boolean count(Object object, int size) {
            boolean added = seen.add(object);
            bytes += added ? eights(size) : 0;
            return added;
        }

        private static int eights(int size) {
            return (size + 7) / 8 * 8;
        }
    }
}
