package golden_test

// base is a small issue with a bit of everything. The edits of edits_test.go
// are made to it.
const base = `title: The Harbour Project
name: Beacon
number: 4
date: 2024-03
language: en-GB
brand: house
publisher: The Harbour Board
funding: {emblem: eu, text: Funded by the European Union}
cover:
  photo: {file: photos/cover.jpg, alt: The bay at dawn, caption: The bay at dawn., credit: 'Photo: A. Keeper', focus: [0.5, 0.5]}
foreword:
  title: Foreword
  text: |
    Welcome to an issue that is about harbours and nothing else. For two years we have
    counted the boats that come in and those that go out, and we have asked the people who
    live by the water what they make of it all.

    What they told us fills the following pages. We have changed as little as we could.
  signed: The editors
index: {title: Index}
highlights:
  title: Highlights
  articles:
    - id: harbour-opens
      title: The harbour opens
      kicker: Opening · 4 March 2024 · Northport
      text: |
        The harbour opened on Monday after eleven months of work. Boats came in from the
        islands, and the band played until the rain began. Nobody had expected so many guests,
        and the bakers of the old town were sold out by ten in the morning.

        The mayor spoke for seven minutes and cut a blue ribbon. She thanked the divers, who had
        lifted forty-one wrecks from the basin, and the engineers, who had found a way to drive
        piles without waking the town. The new quay is three hundred metres long and carries
        cranes that run on rails.

        Fishermen who had moored at the river for a year moved back within a day. Their
        cooperative has rented the whole northern shed, where the catch is weighed, sold and
        packed in ice. Visitors may watch the auction from a gallery on every weekday morning.

        The harbour master expects four thousand calls in the first year. Fees stay as they were
        until the autumn, and small boats pay nothing at all in the first week of every month.
        A second stage of the work will deepen the channel and is to begin in two years, if
        the council votes for it in June.

        Those who live near by have mixed feelings. The noise has gone, they say, but so has the
        quiet. Three families have sold their houses, and a hotel has bought all three of them.
        Others are glad that the lamps burn again and that the ferry calls twice a day.
      facts:
        - {label: Date, text: 4 March 2024}
        - {label: Place, text: Northport}
        - {label: Length, text: 300 metres of quay}
      quote: {text: We lifted forty-one wrecks, by: 'Ann Diver, head of works'}
      see: {text: The lamps, story: events/lamps}
      photos:
        - {file: photos/quay.jpg, alt: The new quay, caption: The new quay on its first day., credit: 'Photo: B. Walker', focus: [0.5, 0.5]}
events:
  title: Events
  articles:
    - id: lamps
      title: Night of the lamps
      kicker: Festival · May
      text: |
        On the second night of May all lamps of the front were lit by hand, as they had been a
        hundred years before. More than six hundred people had signed up to carry a taper.

        The lamps are of cast iron and burn gas. They had been dark since the war and were taken
        apart by apprentices of the shipyard, who cleaned nine hundred panes and replaced the
        mantles one by one. Two of the posts had to be cast anew in the old moulds, which the
        museum had kept.

        When the last lamp was lit the ferry sounded its horn, and the choir of the school sang
        from the deck. It was midnight before the front was empty again. The town wants to
        repeat the night every year; the shipyard has offered to pay for the gas.

        Those who missed it can see the lamps on every evening until the end of September, from
        dusk to eleven o'clock. A [map of the lamps](https://example.org/lamps) shows all of them.
      photos:
        - {file: photos/lamps.jpg, alt: A row of lamps, caption: Lamps on the front., credit: 'Photo: D. Night', focus: [0.5, 0.4]}
        - {file: photos/crane.jpg, alt: A crane, caption: One of the cranes., credit: 'Photo: C. Rail', focus: [0.4, 0.5]}
    - id: regatta
      title: Regatta in the rain
      kicker: Sport · June
      text: |
        Thirty-two crews came to the regatta in June and twenty-nine of them finished. The wind
        blew from the west with five and later with seven, and rain hid the buoys for most of the
        morning.

        The first across the line was a crew of four sisters from the islands, who had never
        sailed the course before. They had borrowed their boat from a doctor. Second came the
        harbour pilots, who have now been second for six years in a row and take it in good part.

        Three boats turned over close to the mole. All hands were picked up within minutes by the
        lifeboat, whose crew had asked the day before for dry weather. The cup was handed over in
        the fish hall, since the tent had blown away.

        Next year the regatta is to start a week earlier, so that it does not fall on the same
        day as the market. Entries are open from January.
      photos:
        - {file: photos/regatta.jpg, alt: Sails in rain, caption: Sails in the rain., credit: 'Photo: E. West', focus: [0.5, 0.5]}
infobites:
  title: Infobites
  articles:
    - id: tide-tables
      title: New tide tables
      text: |
        The tide tables for the coming year are out. They can be had at the harbour office, in
        the library and on the ferry, and cost nothing. For the first time they say when the
        causeway to the chapel is dry.

        The tables were calculated with the new gauge on the mole, which measures ten times in a
        second. They should be right to within five minutes.
    - id: market-moves
      title: The market moves
      text: |
        From October the fish market is held in the northern shed. It opens at six on weekdays
        and at seven on Saturdays. The old hall is to be painted over the winter.

        Dogs may come along on a lead. Cars may not: the square in front of the shed is for
        handcarts and bicycles.
contacts:
  title: Contact us
  phone: +44 20 7946 0000
  email: editors@example.org
  web: https://example.org/beacon
  follow:
    - {label: Follow the harbour, qr: "https://example.org/follow"}
`

// houseBrand is the brand of base.
const houseBrand = `name: house
extends: default
`

var basePhotos = []string{
	"photos/cover.jpg", "photos/quay.jpg", "photos/crane.jpg", "photos/lamps.jpg", "photos/regatta.jpg",
}
