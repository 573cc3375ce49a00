package io.playcaller.forecast.process.in;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.playcaller.forecast.process.ListedRenewal;
import io.playcaller.forecast.process.RenewalLine;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import io.playcaller.forecast.process.RenewalLine.FaultLine;
import io.playcaller.forecast.renewal.Categories;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The working list as CSV. Amounts are minor units. */
final class RenewalCsv {

    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private static final List<String> HEADER = List.of(
            "contractId",
            "accountId",
            "accountName",
            "renewalOn",
            "noticeBy",
            "daysToNotice",
            "arrMinor",
            "currency",
            "stage",
            "ownerRole",
            "owner",
            "category",
            "calledBy",
            "model",
            "csm",
            "manager",
            "disagreement",
            "checkpoint",
            "checkpointState",
            "nextCheckpoint",
            "plays",
            "faults");

    private RenewalCsv() {}

    static String of(List<ListedRenewal> renewals) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            renewals.forEach(renewal -> csv.writeRecord(cells(renewal)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(ListedRenewal renewal) {
        RenewalLine line = renewal.line();
        return List.of(
                harmless(renewal.contractId()),
                harmless(renewal.accountId()),
                harmless(renewal.accountName()),
                renewal.renewalOn().toString(),
                text(renewal.noticeBy()),
                text(renewal.daysToNotice()),
                Long.toString(renewal.arr().minor()),
                renewal.arr().currency(),
                line.stage(),
                harmless(line.ownerRole()),
                harmless(text(line.owner())),
                Categories.key(line.finalCall().category()),
                line.finalCall().by(),
                category(line.model()),
                category(line.csm()),
                category(line.manager()),
                text(line.disagreement()),
                text(line.checkpoint().passed()),
                line.checkpoint().state(),
                text(line.checkpoint().next()),
                harmless(String.join(" ", line.plays())),
                line.faults().stream().map(FaultLine::code).collect(Collectors.joining(" ")));
    }

    private static String category(@Nullable CallLine call) {
        return call == null ? "" : Categories.key(call.category());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
