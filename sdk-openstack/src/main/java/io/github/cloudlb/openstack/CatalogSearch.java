package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.Token.CatalogEntry;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the load balancers in a catalog.
 *
 * @param types of service, the first that is there
 * @param accesses interfaces, the first that is there
 * @param region empty for the only one there is
 */
record CatalogSearch(List<String> types, List<String> accesses, String region) {
    /** What Open Telekom Cloud calls its load balancers. */
    static final String ELB = "elb";

    /**
     * In this order: Octavia's type, and Open Telekom Cloud's. The first has no aliases.
     *
     * @see <a href="https://service-types.openstack.org/service-types.json">Service types</a>
     */
    static final List<String> TYPES = List.of("load-balancer", ELB);

    CatalogEntry in(List<CatalogEntry> catalog) {
        for (String type : types) {
            for (String access : accesses) {
                List<CatalogEntry> found = catalog.stream()
                        .filter(entry ->
                                entry.type().equals(type) && entry.access().equals(access))
                        .filter(entry -> region.isEmpty() || entry.region().equals(region))
                        .toList();
                if (!found.isEmpty()) {
                    return only(type, found);
                }
            }
        }
        throw new InvalidInputException("the catalog has no " + String.join(" or ", types) + " with interface "
                + String.join(" or ", accesses) + (region.isEmpty() ? "" : " in region " + region) + "; it has "
                + shown(catalog) + ". Give endpoint(…) if the load balancers are somewhere else.");
    }

    private static CatalogEntry only(String type, List<CatalogEntry> found) {
        if (distinct(found, CatalogEntry::url).size() > 1) {
            TreeSet<String> regions = distinct(found, CatalogEntry::region);
            throw new InvalidInputException(
                    regions.size() > 1
                            ? "the catalog has " + type + " in several regions, name one: " + regions
                            : "the catalog has several of " + type + " in region " + regions.first()
                                    + ", give one as endpoint(…): " + distinct(found, CatalogEntry::url));
        }
        return found.get(0);
    }

    private static TreeSet<String> distinct(List<CatalogEntry> entries, Function<CatalogEntry, String> what) {
        TreeSet<String> values = new TreeSet<>();
        entries.forEach(entry -> values.add(what.apply(entry)));
        return values;
    }

    private static TreeSet<String> shown(List<CatalogEntry> catalog) {
        TreeSet<String> shown = new TreeSet<>();
        catalog.forEach(entry -> shown.add(entry.type() + " (" + entry.access() + ", " + entry.region() + ")"));
        return shown;
    }
}
