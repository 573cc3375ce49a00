package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What is paid once for a line, on its first day. */
public record OneTimeCharge(
        String accountId, String contractId, String lineId, String product, LocalDate on, Money amount) {

    static Stream<OneTimeCharge> of(ContractRecord contract, AccountTree tree) {
        return contract.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.oneTime())
                        .map(amount -> new OneTimeCharge(
                                tree.account(contract.accountId()),
                                contract.contractId(),
                                line.lineId(),
                                line.productId(),
                                line.startsOn(),
                                amount)));
    }
}
