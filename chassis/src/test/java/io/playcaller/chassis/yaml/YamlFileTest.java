package io.playcaller.chassis.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    private final ConfigProblems problems = new ConfigProblems();

    @Test
    void readsWhatIsThereInItsForm() {
        YamlMap top = parse("""
                name: Usage drop
                weight: 30
                ratio: 0.25
                on: yes
                enabled: true
                clock: 09:00
                day: 2026-01-01
                sla: { accept: 4h, complete: P10D, beat: 90s }
                tiers: [enterprise, smb]
                steps:
                  - do: call
                  - do: write
                empty: []
                """);

        assertThat(top.text("name")).isEqualTo("Usage drop");
        assertThat(top.integer("weight", 0, 100)).isEqualTo(30);
        assertThat(top.decimal("ratio")).isEqualByComparingTo("0.25");
        assertThat(top.bool("enabled")).isTrue();
        assertThat(top.text("on")).isEqualTo("yes");
        assertThat(top.text("clock")).isEqualTo("09:00");
        assertThat(top.text("day")).isEqualTo("2026-01-01");
        assertThat(top.map("sla").duration("accept")).isEqualTo(Duration.ofHours(4));
        assertThat(top.map("sla").duration("complete")).isEqualTo(Duration.ofDays(10));
        assertThat(top.map("sla").duration("beat")).isEqualTo(Duration.ofSeconds(90));
        assertThat(top.texts("tiers")).containsExactly("enterprise", "smb");
        assertThat(top.maps("steps")).extracting(step -> step.text("do")).containsExactly("call", "write");
        assertThat(top.texts("empty")).isEmpty();
        top.rejectUnknown();
        assertThat(said()).isEmpty();
    }

    @Test
    void saysEveryFaultAtOnceWithLineKeyAndFix() {
        YamlMap top = parse("""
                name: 2024
                weight: 130
                sla:
                  acept: 4h
                  complete: soon
                severity: hihg
                plays:
                  - owner: csm
                  - owner: [csm]
                wieght: 1
                """);

        top.text("name");
        top.integer("weight", 0, 100);
        YamlMap sla = top.map("sla");
        sla.duration("accept");
        sla.duration("complete");
        sla.rejectUnknown();
        top.oneOf("severity", Set.of("low", "high"));
        top.maps("plays").forEach(play -> play.text("owner"));
        top.rejectUnknown();

        assertThat(said())
                .containsExactly(
                        "play.yaml:1 name: must be text, is `2024`; put it in quotes: \"2024\"",
                        "play.yaml:2 weight: must be a whole number from 0 to 100, is `130`",
                        "play.yaml:3 sla.accept: is missing; add `accept: …`",
                        "play.yaml:4 sla.acept: is unknown; did you mean `accept`?",
                        "play.yaml:5 sla.complete: must be a length of time, is `soon`;"
                                + " write it as 90s, 30m, 4h, 3d, 2w or PT1H30M",
                        "play.yaml:6 severity: must be one of high, low, is `hihg`; did you mean `high`?",
                        "play.yaml:9 plays[1].owner: must be text, is a list",
                        "play.yaml:10 wieght: is unknown; did you mean `weight`?");
        assertThatThrownBy(problems::orThrow)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("play.yaml:1 name")
                .hasMessageContaining("play.yaml:10 wieght");
    }

    @Test
    void aMapThatIsMissingIsSaidOnceAndNotAgainForEachOfItsKeys() {
        YamlMap sla = parse("name: x").map("sla");

        sla.duration("accept");
        sla.map("deeper").text("key");

        assertThat(said()).containsExactly("play.yaml:1 sla: is missing; add `sla: …`");
    }

    @Test
    void aValueOfNullCountsAsMissing() {
        YamlMap top = parse("name: x\nowner:\nnote: ~\n");

        assertThat(top.has("owner")).isFalse();
        assertThat(top.optionalText("note")).isEmpty();
        top.text("owner");

        assertThat(said()).containsExactly("play.yaml:2 owner: is missing; add `owner: …`");
    }

    @Test
    void aRepeatedKeyIsAFaultThatNamesBothLines() {
        parse("sla:\n  accept: 1h\n  accept: 2h\n").map("sla");

        assertThat(said())
                .containsExactly("play.yaml:3 sla.accept: stands here twice; keep this one or the one in line 2");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        parse("a: 1\nb: [1, 2\nc: 3\n");

        assertThat(said()).singleElement().asString().startsWith("play.yaml:3: is not YAML: ");
    }

    @Test
    void aFileWithoutAMapIsRefusedWhole() {
        parse("");
        parse("- a\n- b\n");

        assertThat(said())
                .containsExactly(
                        "play.yaml:1: is empty; write `key: value` lines",
                        "play.yaml:1: is no map of keys; write `key: value` lines");
    }

    @Test
    void anUnknownKeyFarFromAllOthersListsWhatIsKnown() {
        YamlMap top = parse("name: x\ncolour: red\n");
        top.text("name");
        top.optionalText("owner");

        top.rejectUnknown();

        assertThat(said()).containsExactly("play.yaml:2 colour: is unknown; known here: name, owner");
    }

    @Test
    void numbersOutOfAnyRangeAndNegativeTimesAreRefused() {
        YamlMap top = parse("""
                big: 99999999999999999999999
                back: PT-4H
                huge: 12345678901d
                """);

        top.integer("big", 0, Integer.MAX_VALUE);
        top.duration("back");
        top.duration("huge");

        assertThat(problems.all()).extracting(ConfigProblem::key).containsExactly("big", "back", "huge");
    }

    @Test
    void anAliasThatContainsItselfDoesNotHang() {
        YamlMap top = parse("a: &a\n  inner: *a\n");

        assertThat(top.map("a").map("inner").map("inner").path()).isEqualTo("a.inner.inner");
    }

    private YamlMap parse(String content) {
        return YamlFile.parse("play.yaml", content, problems);
    }

    private List<String> said() {
        return problems.all().stream().map(ConfigProblem::toString).toList();
    }
}
