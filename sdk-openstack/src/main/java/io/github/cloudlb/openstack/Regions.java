package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The regions of a cloud, each with what is said about it alone. */
final class Regions {
    private final Map<String, Map<String, Object>> regions = new LinkedHashMap<>();

    private Regions() {}

    /** Those a cloud lists, or else its vendor. */
    static Regions of(Map<String, Object> cloud, Map<String, Object> profile) {
        Regions regions = new Regions();
        regions.add(cloud);
        if (regions.regions.isEmpty()) {
            regions.add(profile);
        }
        return regions;
    }

    private void add(Map<String, Object> section) {
        if (section.get("regions") instanceof List<?> list) {
            list.forEach(this::add);
        } else if (section.get("region_name") instanceof List<?> list) {
            list.forEach(this::add);
        } else if (section.get("region_name") instanceof String names) {
            // Once, several were written like this.
            for (String name : names.split(",", -1)) {
                add(name.strip());
            }
        }
    }

    @SuppressWarnings("unchecked") // Yaml makes no other
    private void add(Object region) {
        if (region instanceof Map<?, ?> section) {
            Map<String, Object> normal = Sections.normal((Map<String, Object>) section);
            regions.put(String.valueOf(normal.get("name")), Sections.in(normal, "values"));
        } else if (!region.equals("")) {
            regions.put(String.valueOf(region), Map.of());
        }
    }

    /**
     * The one that is wanted, or else the first; empty if none is known and none is wanted.
     *
     * @throws InvalidInputException if it is not among those that are known
     */
    String choose(String wanted, String source) {
        List<String> names = new ArrayList<>(regions.keySet());
        if (wanted.isEmpty() || names.isEmpty()) {
            return names.isEmpty() ? wanted : names.get(0);
        }
        InvalidInputException.require(
                names.contains(wanted), "region", wanted, "one of " + names + " is, by " + source);
        return wanted;
    }

    Map<String, Object> values(String region) {
        return regions.getOrDefault(region, Map.of());
    }
}
