// The script runs, and cannot read what it was given.
JSON.parse('{"inStock": ');
