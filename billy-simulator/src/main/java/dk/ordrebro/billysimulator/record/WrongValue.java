package dk.ordrebro.billysimulator.record;

import dk.ordrebro.billysimulator.refusal.Text;

/** A value does not fit the type of its key. */
public final class WrongValue extends RuntimeException {

    private final Text text;

    public WrongValue(String english, String danish) {
        super(english, null, false, false);
        this.text = new Text(english, danish);
    }

    public Text text() {
        return text;
    }
}
