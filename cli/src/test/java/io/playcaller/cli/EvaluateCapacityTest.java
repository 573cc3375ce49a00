package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCapacityTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void thePlanKeepsItsPromiseInTheSimulationAndWithOneFewerOnlyWhereMoreIsAskedThanThePromise() throws IOException {
        Path json = folder.resolve("figures.json");

        assertThat(run("--days", "8000", "--json", json.toString())).isZero();

        assertThat(out.toString()).contains("renewals-manager").contains("8,000 working days each, seed 1");
        for (JsonNode role : WireJson.mapper().readTree(json.toFile())) {
            double promised = role.get("promised").asDouble();
            assertThat(role.get("simulated").asDouble()).as(role.toString()).isGreaterThan(promised - 0.03);
            assertThat(role.get("planned").asDouble() - role.get("simulated").asDouble())
                    .as(role.toString())
                    .isBetween(-0.03, 0.03);
            if (role.get("because").asText().equals("attainment")) {
                assertThat(role.get("fewerSimulated").asDouble())
                        .as(role.toString())
                        .isLessThan(promised + 0.03);
            }
        }
    }

    @Test
    void workOfOnesOwnIsReadAndAFaultNamesItsLine() throws IOException {
        Path own = Files.writeString(folder.resolve("demand.csv"), """
                role,sharing,attainment,within,busiest,stream,tasks,minutes
                csm,own-book,90,480,85,usage-drop,400,60
                csm,own-book,90,480,85,renewals,100,120
                """);
        Path broken = Files.writeString(folder.resolve("broken.csv"), """
                role,sharing,attainment,within,busiest,stream,tasks,minutes
                csm,own-book,90,480,85,usage-drop,400,60
                csm,own-book,90,480,85,renewals,-3,120
                """);

        assertThat(run("--demand", own.toString(), "--days", "1000")).isZero();
        assertThat(run("--demand", broken.toString(), "--days", "1000")).isNotZero();

        assertThat(out.toString()).contains("csm");
        assertThat(err.toString()).contains("line 3").contains("-3");
    }

    private int run(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "evaluate";
        all[1] = "capacity";
        System.arraycopy(options, 0, all, 2, options.length);
        return Playcaller.commandLine(new Home(folder))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
