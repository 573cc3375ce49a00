package io.playcaller.quickstart;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What the first start makes up and every later one keeps: the write keys of the sources and the first login.
 *
 * @param writeKeys by name of the source: {@code web}, {@code support-desk}, {@code crm}
 */
public record Secrets(Map<String, String> writeKeys, String adminEmail, String adminPassword) {

    /** The product's own events. */
    public static final String WEB = "web";

    /** Tickets. */
    public static final String SUPPORT_DESK = "support-desk";

    /** Accounts, contracts, owners, people, invoices. */
    public static final String CRM = "crm";

    private static final String KEY_PREFIX = "write-key.";
    private static final String EMAIL = "admin.email";
    private static final String PASSWORD = "admin.password";

    public Secrets {
        writeKeys = Map.copyOf(writeKeys);
    }

    public String writeKey(String source) {
        String key = writeKeys.get(source);
        if (key == null) {
            throw new QuickstartException("no write key of source " + source + "; run ./playcaller up once");
        }
        return key;
    }

    /** With that key of the source, whether it had one or not. */
    public Secrets with(String source, String key) {
        Map<String, String> keys = new LinkedHashMap<>(writeKeys);
        keys.put(source, key);
        return new Secrets(keys, adminEmail, adminPassword);
    }

    /** The kept ones, or new ones, which are then kept. */
    public static Secrets loadOrCreate(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            return load(file);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        for (String source : new String[] {WEB, SUPPORT_DESK, CRM}) {
            keys.put(source, "pk_" + word(random, 18));
        }
        Secrets created = new Secrets(keys, "admin@playcaller.local", word(random, 12));
        created.save(file);
        return created;
    }

    public static Secrets load(Path file) {
        Properties kept = new Properties();
        try {
            kept.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new QuickstartException(
                    "cannot read the write keys and the login in %s: %s; ./playcaller reset makes new ones, and deletes all data"
                            .formatted(file, e),
                    e);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        kept.stringPropertyNames().stream()
                .filter(name -> name.startsWith(KEY_PREFIX))
                .sorted()
                .forEach(name -> keys.put(name.substring(KEY_PREFIX.length()), kept.getProperty(name)));
        return new Secrets(keys, kept.getProperty(EMAIL, ""), kept.getProperty(PASSWORD, ""));
    }

    /** Keeps them, readable by their owner alone. */
    public void save(Path file) {
        StringBuilder text = new StringBuilder("# Made up at the first start. Readable by you alone; keep it so.\n");
        writeKeys.forEach((source, key) ->
                text.append(KEY_PREFIX).append(source).append('=').append(key).append('\n'));
        text.append(EMAIL).append('=').append(adminEmail).append('\n');
        text.append(PASSWORD).append('=').append(adminPassword).append('\n');
        Home.writePrivately(file, text.toString());
    }

    private static String word(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
