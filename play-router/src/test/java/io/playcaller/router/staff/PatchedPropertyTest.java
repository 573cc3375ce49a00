package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PatchedPropertyTest {

    private static final int KEYS = 40;

    @Property(tries = 300)
    void everyVersionStaysAsItWas(
            @ForAll @Size(max = 30) List<@IntRange(max = KEYS - 1) Integer> before,
            @ForAll @Size(max = 120) List<@IntRange(max = KEYS - 1) Integer> puts) {
        Map<Integer, String> plain = new HashMap<>();
        before.forEach(key -> plain.put(key, "before"));
        List<Patched<Integer, String>> versions = new ArrayList<>(List.of(Patched.of(plain)));
        List<Map<Integer, String>> expected = new ArrayList<>(List.of(Map.copyOf(plain)));

        for (int i = 0; i < puts.size(); i++) {
            plain.put(puts.get(i), "put " + i);
            versions.add(versions.get(i).with(puts.get(i), "put " + i));
            expected.add(Map.copyOf(plain));
        }

        for (int version = 0; version < versions.size(); version++) {
            for (int key = 0; key < KEYS; key++) {
                assertThat(versions.get(version).get(key))
                        .as("key %d after %d puts", key, version)
                        .isEqualTo(expected.get(version).get(key));
            }
        }
    }

    @Property(tries = 50)
    void ofOneVersionTwoOthersAreMade(@ForAll @IntRange(max = 60) int size) {
        Map<Integer, String> entries = new HashMap<>();
        for (int key = 0; key < size; key++) {
            entries.put(key, "before");
        }
        Patched<Integer, String> one = Patched.of(entries).with(0, "one");

        Patched<Integer, String> left = one.with(1, "left");
        Patched<Integer, String> right = one.with(1, "right");

        assertThat(left.get(1)).isEqualTo("left");
        assertThat(right.get(1)).isEqualTo("right");
        assertThat(one.get(1)).isEqualTo(size > 1 ? "before" : null);
        assertThat(left.get(0)).isEqualTo("one");
    }
}
