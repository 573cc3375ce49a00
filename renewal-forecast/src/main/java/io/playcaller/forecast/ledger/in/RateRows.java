package io.playcaller.forecast.ledger.in;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.engine.currency.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rates; every fault is said, in a file with its row. */
final class RateRows {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_FAULTS = 100;
    private static final int MOST_DIGITS = 20;
    private static final List<String> COLUMNS = List.of("currency", "day", "rate");

    private final String reporting;
    private final List<Rate> rates = new ArrayList<>();
    private final List<FieldFault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private RateRows(String reporting) {
        this.reporting = reporting;
    }

    static RateRows one(String currency, String day, @Nullable BigDecimal rate, String reporting) {
        RateRows rows = new RateRows(reporting);
        rows.add("", currency, day, rate == null ? "" : digits(rate));
        return rows;
    }

    /** Without an exponent where that is short: the digits of 1e999999999 fill the memory. */
    private static String digits(BigDecimal rate) {
        return Math.abs((long) rate.scale()) <= MOST_DIGITS ? rate.toPlainString() : rate.toString();
    }

    static RateRows csv(String text, String reporting) {
        RateRows rows = new RateRows(reporting);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            int row = 0;
            for (NamedCsvRecord record : reader) {
                row++;
                if (row > MOST_ROWS) {
                    rows.fault("", "at most " + MOST_ROWS + " rows", "more");
                    break;
                }
                rows.add("/" + row + "/", cell(record, 0), cell(record, 1), cell(record, 2));
            }
            if (row == 0) {
                rows.fault("", "a header with currency, day and rate, and rows below it", "no row");
            }
        } catch (CsvParseException e) {
            rows.fault("", "CSV (RFC 4180)", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** What is wrong with a currency that has a rate; empty when nothing is. */
    static Optional<FieldFault> currencyFault(String field, String currency, String reporting) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
        return known && !currency.equals(reporting)
                ? Optional.empty()
                : Optional.of(new FieldFault(
                        field, "an ISO 4217 code other than the reporting currency, " + reporting, currency));
    }

    List<Rate> rates() {
        return rates;
    }

    /** The first hundred. */
    List<FieldFault> faults() {
        return faults.subList(0, Math.min(MOST_FAULTS, faults.size()));
    }

    private void add(String at, String currency, String day, String rate) {
        currencyFault(at + "currency", currency, reporting).ifPresent(faults::add);
        LocalDate from = day(at, day);
        BigDecimal worth = worth(at, rate);
        if (!seen.add(currency + " " + day)) {
            fault(at + "day", "a day that occurs once for " + currency, day);
        }
        if (from != null && worth != null) {
            rates.add(new Rate(currency, from, worth));
        }
    }

    private @Nullable LocalDate day(String at, String text) {
        try {
            return WrittenDay.read(text);
        } catch (DateTimeException e) {
            fault(at + "day", "a day, such as 2026-01-01", text);
            return null;
        }
    }

    private @Nullable BigDecimal worth(String at, String text) {
        if (text.length() <= MOST_DIGITS && text.matches("[0-9]+([.][0-9]+)?") && new BigDecimal(text).signum() > 0) {
            return new BigDecimal(text);
        }
        fault(at + "rate", "a number above zero of at most " + MOST_DIGITS + " characters, such as 0.9213", text);
        return null;
    }

    private void fault(String field, String expected, String actual) {
        faults.add(new FieldFault(field, expected, actual));
    }

    private static String cell(NamedCsvRecord record, int column) {
        return record.findField(COLUMNS.get(column)).orElse("").strip();
    }
}
