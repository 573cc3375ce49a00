package io.playcaller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private final List<String> instructions = Repository.read("deploy/Dockerfile")
            .replace("\\\n", " ")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();

    @Test
    void theBaseHasAVersionAndCanBeReplaced() {
        assertThat(instructions).startsWith("ARG JRE=eclipse-temurin:25-jre", "FROM ${JRE}");
    }

    @Test
    void runsAsSomebodyWithoutRights() {
        assertThat(of("USER")).containsExactly("USER 1001:1001");
    }

    @Test
    void theProcessIsTheJvmItself() {
        assertThat(of("ENTRYPOINT"))
                .singleElement()
                .asString()
                .startsWith("ENTRYPOINT [\"java\", ")
                .endsWith("\"]");
        assertThat(of("CMD")).isEmpty();
    }

    @Test
    void copiesTheLayersOfTheBuiltServiceAndNothingElse() {
        assertThat(of("COPY"))
                .containsExactly(
                        "COPY ${SERVICE}/target/quarkus-app/lib/ ./lib/",
                        "COPY ${SERVICE}/target/quarkus-app/quarkus/ ./quarkus/",
                        "COPY ${SERVICE}/target/quarkus-app/app/ ./app/",
                        "COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar ./");
        assertThat(of("ADD")).isEmpty();
        assertThat(of("RUN")).isEmpty();
    }

    @Test
    void theContextHoldsBuiltServicesOnly() {
        List<String> expected = new ArrayList<>(List.of("*"));
        DeployedService.NAMES.forEach(name -> expected.add("!" + name + "/target/quarkus-app"));

        assertThat(Repository.read(".dockerignore").lines().filter(line -> !line.startsWith("#")))
                .containsExactlyElementsOf(expected);
    }

    private List<String> of(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .toList();
    }
}
