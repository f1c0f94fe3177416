package dk.ordrebro.billysimulator.record;

/**
 * Children that belong to a record, for example the lines of an invoice.
 *
 * @param name key under which they are embedded, for example {@code lines}
 * @param child their schema
 * @param parentKey the child's key that points back
 * @param writable whether a client may send them inside the parent
 */
public record HasMany(String name, Schema child, Field<String> parentKey, boolean writable) {

    /** The value of the child's key that points to a parent: its id, or {@code invoice:id} where the key is a reference. */
    public String keyOf(Schema parent, String parentId) {
        return parentKey.name().endsWith("Reference") ? parent.singular() + ":" + parentId : parentId;
    }

    /** Key under which their ids stand when they are sideloaded: {@code lineIds}. */
    public String idsKey() {
        return (name.endsWith("s") ? name.substring(0, name.length() - 1) : name) + "Ids";
    }
}
