package io.playcaller.forecast.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void whatASpreadsheetWouldRunIsTextAndNumbersStayNumbers() {
        String csv = CsvTable.of(List.of("name", "minor"), List.of(List.of("=1+1", "-88000"), List.of("a,b", "0.5")));

        assertThat(csv).isEqualTo("name,minor\r\n'=1+1,-88000\r\n\"a,b\",0.5\r\n");
    }

    @Test
    void whatOtherPeopleWroteIsTextAlsoWhereItReadsAsANumber() {
        String csv = CsvTable.of(List.of("accountId", "days"), List.of(CsvTable.row(CsvTable.text("-5"), -5)));

        assertThat(csv).isEqualTo("accountId,days\r\n'-5,-5\r\n");
    }

    @Test
    void millionthsAreFractionsOfOne() {
        assertThat(CsvTable.fraction(880_000)).isEqualTo("0.880000");
    }
}
