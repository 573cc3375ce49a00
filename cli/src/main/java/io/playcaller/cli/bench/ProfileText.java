package io.playcaller.cli.bench;

import io.playcaller.bench.health.Profile;
import io.playcaller.bench.health.Profile.Share;
import java.util.List;
import java.util.Locale;

/** Where a process was when it was looked at, for people. */
final class ProfileText {

    private ProfileText() {}

    static String of(String name, Profile profile) {
        StringBuilder text =
                new StringBuilder("%n%s, %d samples of threads that ran Java".formatted(name, profile.samples()));
        part(text, "what ran", profile.self());
        part(text, "nearest of ours", profile.ours());
        part(text, "threads", profile.threads());
        return text.toString();
    }

    private static void part(StringBuilder text, String title, List<Share> shares) {
        text.append("%n  %s".formatted(title));
        for (Share share : shares) {
            text.append(String.format(Locale.ROOT, "%n  %6.1f %%  %s", share.percent(), share.name()));
        }
    }
}
