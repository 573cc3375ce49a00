package io.playcaller.forecast.process.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.process.ListedRenewal;
import io.playcaller.forecast.process.RenewalLine;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import io.playcaller.forecast.process.RenewalLine.FaultLine;
import io.playcaller.forecast.renewal.Categories;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The working list as CSV. Amounts are minor units. */
final class RenewalCsv {

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
        return CsvTable.of(HEADER, renewals.stream().map(RenewalCsv::cells).toList());
    }

    private static List<String> cells(ListedRenewal renewal) {
        RenewalLine line = renewal.line();
        return CsvTable.row(
                CsvTable.text(renewal.contractId()),
                CsvTable.text(renewal.accountId()),
                CsvTable.text(renewal.accountName()),
                renewal.renewalOn(),
                renewal.noticeBy(),
                renewal.daysToNotice(),
                renewal.arr().minor(),
                renewal.arr().currency(),
                line.stage(),
                CsvTable.text(line.ownerRole()),
                CsvTable.text(line.owner()),
                Categories.key(line.finalCall().category()),
                line.finalCall().by(),
                category(line.model()),
                category(line.csm()),
                category(line.manager()),
                line.disagreement(),
                line.checkpoint().passed(),
                line.checkpoint().state(),
                line.checkpoint().next(),
                CsvTable.text(String.join(" ", line.plays())),
                line.faults().stream().map(FaultLine::code).collect(Collectors.joining(" ")));
    }

    private static String category(@Nullable CallLine call) {
        return call == null ? "" : Categories.key(call.category());
    }
}
