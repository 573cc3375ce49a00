package io.playcaller.forecast.renewal.in;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.playcaller.forecast.renewal.Categories;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Forecasts as CSV. Amounts are minor units, probabilities fractions of one. */
final class ContractCsv {

    private static final int DIGITS = 6;
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final List<String> HEADER = List.of(
            "contractId",
            "accountId",
            "accountName",
            "renewalOn",
            "noticeBy",
            "arrMinor",
            "currency",
            "renews",
            "contracts",
            "expands",
            "category",
            "riskCodes",
            "retainedLow",
            "retainedMedian",
            "retainedHigh",
            "modelVersion",
            "asOf");

    private ContractCsv() {}

    static String of(List<ContractBrief> contracts) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            contracts.forEach(contract -> csv.writeRecord(cells(contract)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(ContractBrief contract) {
        return List.of(
                harmless(contract.contractId()),
                harmless(contract.accountId()),
                harmless(contract.accountName()),
                contract.renewalOn().toString(),
                contract.noticeBy() == null ? "" : contract.noticeBy().toString(),
                Long.toString(contract.arr().minor()),
                contract.arr().currency(),
                fraction(contract.renews()),
                fraction(contract.contracts()),
                fraction(contract.expands()),
                Categories.key(contract.category()),
                String.join(
                        " ",
                        contract.riskCodes().stream()
                                .map(code ->
                                        code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()),
                Long.toString(contract.retained().low()),
                Long.toString(contract.retained().median()),
                Long.toString(contract.retained().high()),
                contract.modelVersion(),
                contract.asOf().toString());
    }

    private static String fraction(int millionths) {
        return BigDecimal.valueOf(millionths, DIGITS).toPlainString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
