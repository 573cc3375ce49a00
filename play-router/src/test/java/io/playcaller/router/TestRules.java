package io.playcaller.router;

import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.in.RuleFiles;
import java.nio.file.Path;
import java.util.Optional;

/** The shipped rules with the people of the tests: vera leads dora, who leads lea, who leads ana, ben and eve (away). */
public final class TestRules {

    private TestRules() {}

    public static RouterRules read() {
        return new RuleFiles(Optional.of(Path.of("src/test/resources/rules")))
                .contents()
                .read();
    }
}
