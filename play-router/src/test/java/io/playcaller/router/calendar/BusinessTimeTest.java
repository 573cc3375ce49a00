package io.playcaller.router.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.calendar.BusinessTime.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessTimeTest {

    @ParameterizedTest
    @CsvSource({"30bmin,30,MINUTE", "4bh,4,HOUR", "2bd,2,DAY", "daily,1,DAY", "weekly,5,DAY", "biweekly,10,DAY"})
    void amountsAreReadAsPeopleWriteThem(String text, int amount, Unit unit) {
        assertThat(BusinessTime.parse(text)).contains(new BusinessTime(amount, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4bh", "0bd", "4", "4h", "bh", "1.5bh", "999999bh", ""})
    void whatIsNoPositiveAmountIsNone(String text) {
        assertThat(BusinessTime.parse(text)).isEmpty();
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertThat(BusinessTime.parse(new BusinessTime(4, Unit.HOUR).toString()))
                .contains(new BusinessTime(4, Unit.HOUR));
    }
}
