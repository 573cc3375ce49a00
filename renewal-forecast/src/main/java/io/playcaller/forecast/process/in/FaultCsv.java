package io.playcaller.forecast.process.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.process.ListedFault;
import java.util.List;

/** Faults as CSV. Amounts are minor units. */
final class FaultCsv {

    private static final List<String> HEADER = List.of(
            "contractId",
            "accountId",
            "accountName",
            "code",
            "since",
            "renewalOn",
            "arrMinor",
            "currency",
            "owner",
            "detail");

    private FaultCsv() {}

    static String of(List<ListedFault> faults) {
        return CsvTable.of(
                HEADER,
                faults.stream()
                        .map(fault -> CsvTable.row(
                                fault.contractId(),
                                fault.accountId(),
                                fault.accountName(),
                                fault.code(),
                                fault.since(),
                                fault.renewalOn(),
                                fault.arr().minor(),
                                fault.arr().currency(),
                                fault.owner(),
                                fault.detail()))
                        .toList());
    }
}
