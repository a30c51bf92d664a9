package io.github.cloudlb.openstack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a vendor says about its cloud: in {@code clouds-public.yaml}, or known here.
 *
 * @param section empty if there is nothing
 * @param note for the messages of failures; empty, or that the profile is not known
 */
record Profile(Map<String, Object> section, String note) {
    private static final Logger log = LoggerFactory.getLogger(Profile.class);

    /** Of the many that OpenStack's own client knows, those of Open Telekom Cloud. */
    private static final Map<String, Object> KNOWN = Map.of(
            "otc", known("https://iam.{region_name}.otc.t-systems.com/v3", "eu-de", "eu-nl"),
            "otc-swiss", known("https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3", "eu-ch2"));

    private static Map<String, Object> known(String authUrl, String... regions) {
        return Map.of("auth", Map.of("auth_url", authUrl), "regions", List.of(regions), "interface", "public");
    }

    /** The one that a cloud names, if it names one. One that is not known is no failure if nothing is missing. */
    static Profile of(Map<String, Object> cloud, CloudsFile files) {
        // Once, a profile was named with the key cloud.
        String name = String.valueOf(cloud.getOrDefault("profile", cloud.getOrDefault("cloud", "")));
        if (name.isEmpty()) {
            return new Profile(Map.of(), "");
        }
        Map<String, Object> open = files.publicClouds();
        if (open.containsKey(name) || KNOWN.containsKey(name)) {
            return new Profile(Sections.normal(Sections.in(open.containsKey(name) ? open : KNOWN, name)), "");
        }
        TreeSet<String> known = new TreeSet<>(KNOWN.keySet());
        known.addAll(open.keySet());
        String note = " (its profile " + name + " is not known here, only " + known + ")";
        log.warn("a cloud of {} does without its profile{}", files, note);
        return new Profile(Map.of(), note);
    }
}
