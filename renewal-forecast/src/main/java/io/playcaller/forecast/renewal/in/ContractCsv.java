package io.playcaller.forecast.renewal.in;

import io.playcaller.forecast.csv.CsvTable;
import io.playcaller.forecast.renewal.Categories;
import java.util.List;
import java.util.Locale;

/** Forecasts as CSV. Amounts are minor units, probabilities fractions of one. */
final class ContractCsv {

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
        return CsvTable.of(HEADER, contracts.stream().map(ContractCsv::cells).toList());
    }

    private static List<String> cells(ContractBrief contract) {
        return List.of(
                contract.contractId(),
                contract.accountId(),
                contract.accountName(),
                contract.renewalOn().toString(),
                contract.noticeBy() == null ? "" : contract.noticeBy().toString(),
                Long.toString(contract.arr().minor()),
                contract.arr().currency(),
                CsvTable.fraction(contract.renews()),
                CsvTable.fraction(contract.contracts()),
                CsvTable.fraction(contract.expands()),
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
}
