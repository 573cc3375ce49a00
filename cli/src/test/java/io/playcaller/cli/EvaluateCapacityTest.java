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
    void workOfOnesOwnIsRead() throws IOException {
        assertThat(run("--demand", demand("""
                csm,own-book,90,480,85,usage-drop,400,60
                csm,own-book,90,480,85,renewals,100,120
                """), "--days", "1000")).isZero();

        assertThat(out.toString()).contains("csm");
    }

    @Test
    void everyFaultNamesItsLineItsColumnAndTheFix() throws IOException {
        assertThat(run("--demand", demand("""
                csm,shared,100,480,0,usage-drop,many,60
                csm,own-book,90,480,85,renewals,-3,120000
                ,pool,90,1.5,85,renewals,Infinity,
                """), "--days", "1000")).isEqualTo(1);

        assertThat(err.toString())
                .contains("demand.csv:2 sharing: is shared; it must be pool or own-book")
                .contains("demand.csv:2 attainment: is 100; it must be a whole number from 1 to 99")
                .contains("demand.csv:2 busiest: is 0; it must be a whole number from 1 to 100")
                .contains("demand.csv:2 tasks: is many; it must be a number from 0")
                .contains("demand.csv:3 tasks: is -3; it must be a number from 0")
                .contains("demand.csv:3 minutes: is 120000; it must be a number from 1 to 10,000")
                .contains("demand.csv:4 role: is empty")
                .contains("demand.csv:4 within: is 1.5; it must be a whole number from 0 to 10,000")
                .contains("demand.csv:4 tasks: is Infinity; it must be a number from 0")
                .contains("demand.csv:4 minutes: is empty; it must be a number from 1 to 10,000");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileWithMoreThanAThousandRowsIsRefused() throws IOException {
        String rows = "csm,pool,90,480,85,renewals,0.1,120\n".repeat(1_001);

        assertThat(run("--demand", demand(rows), "--days", "1000")).isEqualTo(1);

        assertThat(err.toString()).contains("demand.csv:1002 stream:").contains("at most 1,000");
    }

    /** Of 65 working days: 650,000 in a quarter are ten million in 1,000 days. */
    @Test
    void moreTasksThanCanBePlayedAreRefusedWithHowManyCan() throws IOException {
        assertThat(run("--demand", demand("""
                csm,own-book,90,480,85,usage-drop,400,60
                csm,own-book,90,480,85,renewals,1e12,2
                digital,pool,90,480,85,renewals,650001,1
                """), "--days", "1000")).isEqualTo(1);

        assertThat(err.toString())
                .contains("demand.csv:3 tasks: the 1,000,000,000,400 tasks of csm")
                .contains("demand.csv:4 tasks: the 650,001 tasks of digital")
                .contains("write at most 650,000, or fewer --days");
    }

    @Test
    void workForMorePeopleThanAPlanCountsToIsRefused() throws IOException {
        assertThat(run("--demand", demand("""
                csm,pool,90,480,85,renewals,1,60
                csm,pool,90,480,85,migrations,600000,10000
                careful,own-book,99,0,85,renewals,20000,60
                """), "--days", "1000")).isEqualTo(1);

        assertThat(err.toString())
                .contains("demand.csv:3 tasks: the work of csm asks for more than 100,000 people")
                .doesNotContain("careful");
    }

    @Test
    void aRoleWithoutWorkNeedsNobody() throws IOException {
        assertThat(run("--demand", demand("csm,pool,90,480,85,renewals,0,60\n"), "--days", "1000"))
                .isZero();

        assertThat(out.toString()).contains("no-work");
    }

    private String demand(String rows) throws IOException {
        return Files.writeString(
                        folder.resolve("demand.csv"),
                        "role,sharing,attainment,within,busiest,stream,tasks,minutes\n" + rows)
                .toString();
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
