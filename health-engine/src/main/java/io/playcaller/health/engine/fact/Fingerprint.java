package io.playcaller.health.engine.fact;

/** Short hashes of ids: 48 bits for keys of an account, 32 bits to break ties of time. */
public final class Fingerprint {

    private Fingerprint() {}

    /** 48 bits of {@code text}; FNV-1a with the finaliser of MurmurHash3, so that every bit is as good as any. */
    public static long of(String text) {
        return mix(text) >>> 16;
    }

    /** What records of a person are kept by. */
    public static String key(long person) {
        return Long.toString(person, Character.MAX_RADIX);
    }

    /** Whose records are kept by {@code key}. */
    public static long person(String key) {
        return Long.parseLong(key, Character.MAX_RADIX);
    }

    /** {@code id} itself, or, where it is too long to be kept, its beginning and its fingerprint. */
    static String bounded(String id, int longest) {
        return id.length() <= longest ? id : id.substring(0, longest - 10) + Long.toString(of(id), Character.MAX_RADIX);
    }

    static int tie(String source, String id) {
        return (int) mix(source + '\u001f' + id);
    }

    private static long mix(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
