package dk.ordrebro.money;

/** Whether prices and amounts were entered with VAT in them. */
public enum PriceMode {
    INCLUDING_VAT,
    EXCLUDING_VAT
}
