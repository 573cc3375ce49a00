package io.playcaller.forecast.credit;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.credit.CreditBooks;
import io.playcaller.forecast.engine.credit.CreditDue;
import io.playcaller.forecast.engine.credit.CreditEntry;
import io.playcaller.forecast.engine.credit.CreditSplit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that decides the credit of one contract.
 *
 * @param posted its entries so far
 */
public record CreditCase(ContractRecord contract, CreditBooks books, List<CreditEntry> posted) {

    public CreditCase {
        posted = List.copyOf(posted);
    }

    /** What is due now. */
    public CreditDue due() {
        return CreditDue.of(contract, books, posted);
    }

    /** The same once {@code split} is registered. */
    public CreditCase with(CreditSplit split) {
        List<CreditSplit> splits =
                Stream.concat(books.splits().stream(), Stream.of(split)).toList();
        return new CreditCase(contract, new CreditBooks(books.policies(), splits, books.owners()), posted);
    }
}
