package io.playcaller.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    private static final Scalars SCALARS = new Scalars(MappingFile.read("m", """
            name: m
            currency: EUR
            sections:
              - file: f.csv
                make: invoice
                id: no
                fields:
                  account: {column: a}
                  amount: {column: b}
                  issuedOn: {column: c}
                  dueOn: {column: d}
            """));

    @Test
    void anAmountIsReadToTheCent() {
        for (Map.Entry<String, Long> amount : Map.of("1200.50", 120_050L, "-3", -300L, "1.5E+3", 150_000L, "0.005", 0L)
                .entrySet()) {
            assertThat(SCALARS.read(field("amount"), amount.getKey())).contains(amount.getValue());
        }
    }

    /** Some of these would be written out digit by digit, which takes hours and all memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "1e2147483648",
                "1e99",
                "12345678901234567890123456789012345678901",
                "twelve"
            })
    void whatNobodyCanOweIsNoAmount(String text) {
        assertThat(SCALARS.read(field("amount"), text)).isEmpty();
    }

    private static Field field(String name) {
        return Objects.requireNonNull(Kind.INVOICE.fields().get(name));
    }
}
