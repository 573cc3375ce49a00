package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code evaluate ledger} needs files and nothing that runs. */
class EvaluateLedgerTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theLedgerIsHeldAgainstTheRows() throws IOException {
        Files.writeString(folder.resolve("customers.csv"), """
                id,name
                acme,Acme
                beta,Beta
                """);
        Files.writeString(folder.resolve("contracts.csv"), """
                id,customer,from,ended,product,arr
                c1,acme,2025-01-10,,core,1200
                c2,beta,2025-02-01,2025-08-01,core,300.50
                c3,beta,2025-03-01,2025-03-01,core,70
                c4,beta,2025-03-01,,core,many
                c5,acme,2025-12-31,,plus,10
                """);
        Path mapping = Files.writeString(folder.resolve("mine.yaml"), """
                name: mine
                currency: EUR
                sections:
                  - file: customers.csv
                    make: account
                    id: id
                    fields:
                      name: {column: name}
                  - file: contracts.csv
                    make: contract
                    id: id
                    fields:
                      account: {column: customer}
                      startsOn: {column: from}
                      endedOn: {column: ended}
                      termMonths: {constant: "12"}
                      product: {column: product}
                      arr: {column: arr}
                """);

        assertThat(run(mapping)).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("2 accounts, 4 rows read as contracts, 1 rows that cannot be read; amounts in EUR")
                .contains("to the cent")
                .containsPattern("2025-10-01 +1,500\\.50 +300\\.50 +300\\.50 ")
                .contains("cannot be read: row c4")
                .contains("refused: ends-before-start: 1 contracts, 70.00 at stake");
    }

    private int run(Path mapping) {
        CommandLine line = Playcaller.commandLine(new Home(folder));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute("evaluate", "ledger", folder.toString(), "--mapping", mapping.toString());
    }
}
