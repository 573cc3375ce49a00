package io.playcaller.forecast.capacity.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.capacity.CapacityRules.Ask;
import io.playcaller.forecast.capacity.CapacityRules.EventWork;
import io.playcaller.forecast.capacity.CapacityRules.Minutes;
import io.playcaller.forecast.capacity.CapacityRules.Role;
import io.playcaller.forecast.capacity.CapacityRules.Tier;
import io.playcaller.forecast.capacity.CapacityRules.Time;
import io.playcaller.forecast.engine.capacity.Band;
import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code capacity.yaml}. */
public final class CapacityFile {

    private static final int MOST_PEOPLE = 100_000;
    private static final int MOST_ACCOUNTS = 1_000_000;
    private static final int MOST_MINUTES = 10_000;

    private CapacityFile() {}

    /** The rules that the file states; not to be used when the file has faults. */
    public static CapacityRules read(YamlMap file) {
        Time time = time(file.map("time"));
        List<Role> roles = new ArrayList<>();
        YamlMap roleMaps = file.map("roles");
        roleMaps.keys().forEach(key -> roles.add(role(key, roleMaps.map(key))));
        Set<String> keys = new TreeSet<>(roleMaps.keys());
        List<Tier> tiers = new ArrayList<>();
        YamlMap tierMaps = file.map("tiers");
        tierMaps.keys().forEach(key -> tiers.add(tier(key, tierMaps.map(key), keys)));
        Set<String> tierKeys = new TreeSet<>(tierMaps.keys());
        EventWork renewals = work(file.map("renewals"), keys, tierKeys);
        EventWork onboarding = work(file.map("onboarding"), keys, tierKeys);
        Minutes minutes = minutes(file.map("minutes"));
        file.rejectUnknown();
        return new CapacityRules(time, roles, tiers, renewals, onboarding, minutes);
    }

    private static Time time(YamlMap map) {
        Time time = new Time(
                map.integer("hours-a-day", 1, 15) * 60,
                map.integer("productive", 1, 100),
                map.integer("days-off", 0, 60));
        map.rejectUnknown();
        return time;
    }

    private static Role role(String key, YamlMap map) {
        Integer people = map.has("people") ? map.integer("people", 0, MOST_PEOPLE) : null;
        String sharing = map.oneOf("sharing", Set.of(Sharing.POOL.key(), Sharing.OWN_BOOK.key()));
        Promise promise = new Promise(map.integer("attainment", 1, 99), map.integer("within", 0, MOST_MINUTES));
        Role role = new Role(
                key,
                people,
                sharing.equals(Sharing.POOL.key()) ? Sharing.POOL : Sharing.OWN_BOOK,
                promise,
                map.integer("busiest", 1, 100));
        map.rejectUnknown();
        return role;
    }

    private static Tier tier(String key, YamlMap map, Set<String> roles) {
        String role = known(map, "role", map.text("role"), roles);
        String kind = map.oneOf("kind", Set.of("named", "pooled"));
        int least = map.integer("at-least", 1, MOST_ACCOUNTS);
        int most = map.integer("at-most", 1, MOST_ACCOUNTS);
        if (most < least) {
            map.problem("at-most", "is below at-least, which is " + least, "write " + least + " or more");
        }
        map.rejectUnknown();
        return new Tier(new Band(key, least, Math.max(least, most)), role, kind.equals("named"));
    }

    private static EventWork work(YamlMap map, Set<String> roles, Set<String> tiers) {
        Set<String> plays = Set.copyOf(map.texts("plays"));
        List<Ask> asks =
                map.maps("work").stream().map(work -> ask(work, roles, tiers)).toList();
        map.rejectUnknown();
        return new EventWork(plays, asks);
    }

    private static Ask ask(YamlMap map, Set<String> roles, Set<String> tiers) {
        List<String> of = map.texts("tiers");
        of.forEach(tier -> known(map, "tiers", tier, tiers));
        Ask ask = new Ask(
                known(map, "role", map.text("role"), roles),
                Set.copyOf(of),
                map.integer("tasks", 1, 1_000),
                map.integer("minutes", 1, MOST_MINUTES));
        map.rejectUnknown();
        return ask;
    }

    private static Minutes minutes(YamlMap map) {
        YamlMap plays = map.map("plays");
        Map<String, Integer> byPlay = new HashMap<>();
        plays.keys().forEach(play -> byPlay.put(play, plays.integer(play, 1, MOST_MINUTES)));
        Minutes minutes = new Minutes(byPlay, map.integer("other", 1, MOST_MINUTES));
        map.rejectUnknown();
        return minutes;
    }

    private static String known(YamlMap map, String key, String word, Set<String> words) {
        if (!word.isEmpty() && !words.contains(word)) {
            map.problem(key, "there is no `" + word + "` in this file", "known: " + String.join(", ", words));
        }
        return word;
    }
}
