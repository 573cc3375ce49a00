package io.playcaller.forecast.credit.in;

import io.playcaller.forecast.credit.PostedEntry;
import io.playcaller.forecast.credit.Unassigned;
import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.engine.credit.CreditEntry;
import java.util.List;

/** The credit ledger as CSV. Amounts are minor units. */
final class CreditCsv {

    private static final List<String> HEADER = List.of(
            "entryNo",
            "postedAt",
            "contractId",
            "movementId",
            "number",
            "kind",
            "on",
            "staffId",
            "role",
            "percent",
            "overlay",
            "amountMinor",
            "currency",
            "policy",
            "splitId",
            "reverses",
            "because");

    private CreditCsv() {}

    static String of(List<PostedEntry> entries) {
        return CsvTable.of(HEADER, entries.stream().map(CreditCsv::cells).toList());
    }

    static String ofUnassigned(List<Unassigned> contracts) {
        return CsvTable.of(
                List.of("contractId", "because"),
                contracts.stream()
                        .flatMap(contract ->
                                contract.movements().stream().map(because -> List.of(contract.contractId(), because)))
                        .toList());
    }

    private static List<String> cells(PostedEntry posted) {
        CreditEntry entry = posted.entry();
        return List.of(
                Long.toString(posted.entryNo()),
                posted.postedAt().toString(),
                entry.contractId(),
                entry.movementId(),
                Integer.toString(entry.number()),
                CreditWords.of(entry.kind()),
                entry.on().toString(),
                entry.share().staffId(),
                entry.share().role(),
                Integer.toString(entry.share().percent()),
                Boolean.toString(entry.share().overlay()),
                Long.toString(entry.amount().minor()),
                entry.amount().currency(),
                entry.policy(),
                entry.splitId() == null ? "" : entry.splitId().toString(),
                entry.reverses() == null ? "" : entry.reverses().toString(),
                entry.because());
    }
}
