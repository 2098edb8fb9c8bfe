"""Lists of apps that can watch somebody, as data with source, licence and date."""
